-- The log of facts: append-only, read by cursors in (xid, seq) order.
CREATE SCHEMA ledger;

CREATE TABLE ledger.fact (
    id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    type text NOT NULL,
    version smallint NOT NULL,
    subject uuid NOT NULL,
    platform text NOT NULL,
    actor uuid,
    cause uuid,
    time timestamptz NOT NULL,
    recorded timestamptz NOT NULL,
    origin text NOT NULL CHECK (origin IN ('live', 'history', 'replay')),
    drill boolean NOT NULL,
    data jsonb NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX fact_order ON ledger.fact (xid, seq);
CREATE INDEX fact_subject ON ledger.fact (subject, time);
SELECT db.grow('ledger.fact');

CREATE TABLE ledger.cursor (
    listener text PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT '0',
    seq bigint NOT NULL DEFAULT 0,
    moved timestamptz
);

CREATE TABLE ledger.stuck (
    listener text NOT NULL,
    fact_id uuid NOT NULL,
    xid xid8 NOT NULL,
    seq bigint NOT NULL,
    type text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (listener, fact_id)
);

CREATE TABLE ledger.timer (
    subject uuid NOT NULL,
    kind text NOT NULL,
    due timestamptz NOT NULL,
    data jsonb NOT NULL,
    -- A replay's timers lie in years long past: only the replay itself fires them.
    origin text NOT NULL DEFAULT 'live',
    PRIMARY KEY (subject, kind)
);
CREATE INDEX timer_due ON ledger.timer (origin, due);

GRANT USAGE ON SCHEMA ledger TO yiwang_app;
GRANT SELECT, INSERT ON ledger.fact TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.cursor, ledger.stuck, ledger.timer TO yiwang_app;
