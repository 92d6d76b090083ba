-- Batches of old cases and events on their way in. What has come in lies in events, cases and the log.
CREATE SCHEMA history;

CREATE TABLE history.batch (
    id uuid PRIMARY KEY,
    system text NOT NULL,
    datum text NOT NULL,
    backdate boolean NOT NULL,
    skip_wrong boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'checked', 'committing', 'committed')),
    by uuid NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX batch_recorded ON history.batch (recorded DESC, id DESC);

-- A part as it was sent, known again by its digest, so that sending it twice is sending it once.
CREATE TABLE history.part (
    batch_id uuid NOT NULL REFERENCES history.batch,
    number integer NOT NULL,
    digest bytea NOT NULL,
    rows integer NOT NULL,
    PRIMARY KEY (batch_id, number)
);

-- Rows as columns, sealed under the source's key; emptied once they are in. A chunk comes in in one transaction.
CREATE TABLE history.chunk (
    batch_id uuid NOT NULL REFERENCES history.batch,
    number integer NOT NULL,
    first_row integer NOT NULL,
    rows integer NOT NULL,
    sealed bytea,
    imported integer,
    known integer,
    PRIMARY KEY (batch_id, number)
);
ALTER TABLE history.chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE history.complaint (
    batch_id uuid NOT NULL REFERENCES history.batch,
    row integer NOT NULL,
    place integer NOT NULL,
    field text NOT NULL,
    detail text NOT NULL,
    -- Found while reading, or while checking: a check finds the latter anew.
    stage text NOT NULL CHECK (stage IN ('reading', 'checking')),
    PRIMARY KEY (batch_id, row, stage, place)
);

GRANT USAGE ON SCHEMA history TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON history.batch, history.chunk TO yiwang_app;
GRANT SELECT, INSERT ON history.part TO yiwang_app;
GRANT SELECT, INSERT, DELETE ON history.complaint TO yiwang_app;
