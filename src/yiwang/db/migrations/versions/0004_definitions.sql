-- Declarations with versions and effective dates; a version is never changed but for its end.
CREATE SCHEMA definitions;

CREATE TABLE definitions.version (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    code text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    body jsonb NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz CHECK (valid_to > valid_from),
    note text NOT NULL,
    created_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    UNIQUE (kind, code, number)
);
CREATE INDEX version_in_force ON definitions.version (kind, valid_from);

-- One row per kind, counted up with every change: whoever holds declarations in memory asks it whether they are stale.
CREATE TABLE definitions.edition (
    kind text PRIMARY KEY,
    number bigint NOT NULL,
    changed timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA definitions TO yiwang_app;
GRANT SELECT, INSERT ON definitions.version TO yiwang_app;
GRANT UPDATE (valid_to) ON definitions.version TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON definitions.edition TO yiwang_app;
