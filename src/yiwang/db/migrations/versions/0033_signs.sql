-- Vital signs: what they are now, what they were, what was done about them, and what others send.
CREATE SCHEMA signs;

-- A point of the history: the value of the period that ended at `recorded`. Scores stand here under their own codes.
CREATE TABLE signs.value (
    sign text NOT NULL,
    node uuid NOT NULL,
    recorded timestamptz NOT NULL,
    value double precision,
    top double precision,
    bottom double precision,
    n double precision NOT NULL,
    level smallint NOT NULL,
    as_of timestamptz,
    PRIMARY KEY (sign, node, recorded)
) PARTITION BY RANGE (recorded);
SELECT db.grow('signs.value');

-- What a sign is now at each place. `level` -1 unknown, 0 green, 1 yellow, 2 orange, 3 red, held up by hysteresis.
CREATE TABLE signs.state (
    sign text NOT NULL,
    node uuid NOT NULL,
    value double precision,
    top double precision,
    bottom double precision,
    n double precision NOT NULL,
    level smallint NOT NULL,
    since timestamptz NOT NULL, -- of the level
    pending_since timestamptz, -- since when a worse level has been seen that has not lasted long enough
    mean double precision, -- what it is measured against, over so many `samples`
    sd double precision,
    samples integer NOT NULL,
    PRIMARY KEY (sign, node)
) WITH (fillfactor = 70);
CREATE INDEX state_node ON signs.state (node);
CREATE INDEX state_red ON signs.state (sign, node) WHERE level = 3;

-- The last computation of each sign: all its states are of this moment.
CREATE TABLE signs.run (
    sign text PRIMARY KEY,
    at timestamptz NOT NULL,
    kept timestamptz, -- the last point written to the history
    as_of timestamptz, -- up to when its sources know
    state text NOT NULL CHECK (state IN ('live', 'late', 'unconnected', 'failed')),
    error text
);

-- Rows on their way into state and value; empty outside of a computation.
CREATE UNLOGGED TABLE signs.incoming (
    sign text NOT NULL,
    node uuid NOT NULL,
    value double precision,
    top double precision,
    bottom double precision,
    n double precision NOT NULL,
    level smallint NOT NULL,
    since timestamptz NOT NULL,
    pending_since timestamptz,
    mean double precision,
    sd double precision,
    samples integer NOT NULL,
    kept timestamptz, -- the end of the period, where this is a point of the history
    as_of timestamptz
);

-- What was done about a red sign: one at a time for each place.
CREATE TABLE signs.action (
    id uuid PRIMARY KEY,
    sign text NOT NULL,
    node uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('case', 'expedite', 'warning', 'notice')),
    object_type text NOT NULL,
    object_id uuid,
    number text NOT NULL,
    value double precision,
    why text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_value double precision,
    note text NOT NULL DEFAULT '',
    recorded timestamptz NOT NULL
);
CREATE UNIQUE INDEX action_open ON signs.action (sign, node) WHERE closed_at IS NULL;
CREATE INDEX action_node ON signs.action (node, opened_at DESC);
CREATE INDEX action_sign ON signs.action (sign, opened_at DESC);

-- Values that others send for the signs no source of ours gives.
CREATE TABLE signs.pushed (
    sign text NOT NULL,
    node uuid NOT NULL,
    recorded timestamptz NOT NULL, -- the end of the time they are of
    top double precision NOT NULL,
    bottom double precision,
    sent_by uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (sign, node, recorded)
) PARTITION BY RANGE (recorded);
SELECT db.grow('signs.pushed');

GRANT USAGE ON SCHEMA signs TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON signs.value, signs.pushed, signs.action, signs.run TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON signs.state TO yiwang_app;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON signs.incoming TO yiwang_app;
