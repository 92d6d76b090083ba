-- Which workers live: each says so every few seconds, and whether the platform is ready is asked here.
CREATE TABLE app.heartbeat (
    id uuid PRIMARY KEY,
    role text NOT NULL,
    started timestamptz NOT NULL,
    beaten timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.heartbeat TO yiwang_app;
GRANT SELECT ON db.version TO yiwang_app;

-- The log and the audit trail are read in the order of transactions' numbers. A database restored from a dump counts
-- from the beginning, so these two stand between: `yiwang ledger rebase` writes them anew with a number added, and new
-- rows then come after all that are there. Both are inlined; they cost nothing.
CREATE FUNCTION db.stamp() RETURNS xid8 LANGUAGE sql VOLATILE AS
    'SELECT pg_current_xact_id()';
CREATE FUNCTION db.horizon() RETURNS xid8 LANGUAGE sql STABLE AS
    'SELECT pg_snapshot_xmin(pg_current_snapshot())';
GRANT EXECUTE ON FUNCTION db.stamp(), db.horizon() TO yiwang_app;

-- Months that retention dropped, with what was there and the file it was written to before.
CREATE TABLE app.retired (
    parent text NOT NULL,
    month date NOT NULL,
    rows bigint NOT NULL,
    file text,
    sha256 text,
    retired timestamptz NOT NULL,
    PRIMARY KEY (parent, month)
);
GRANT SELECT ON app.retired TO yiwang_app;

-- Seals of the audit trail whose rows are past their time: which, said under the platform's own signature, so that a
-- trail that somebody cut is told from one that was kept as long as it had to be.
CREATE TABLE access.audit_retired (
    number bigint PRIMARY KEY,
    remaining integer NOT NULL,
    retired timestamptz NOT NULL,
    signature bytea NOT NULL
);
GRANT SELECT ON access.audit_retired TO yiwang_app;
