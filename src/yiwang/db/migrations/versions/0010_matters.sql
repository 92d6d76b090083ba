-- Who answers for what where 责任清单: the only responsibility list. The catalogue itself is in definitions.
CREATE SCHEMA matters;

CREATE TABLE matters.responsibility (
    id uuid PRIMARY KEY,
    key text NOT NULL, -- matter code, major or *
    jurisdiction_id uuid NOT NULL, -- node of places
    organisation_id uuid NOT NULL, -- node of people
    role text NOT NULL CHECK (role IN ('lead', 'assist')),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz CHECK (valid_to >= valid_from),
    source text NOT NULL,
    created_by uuid NOT NULL,
    recorded timestamptz NOT NULL
);
-- One open row per unit, and one open lead per key and place.
CREATE UNIQUE INDEX responsibility_open
    ON matters.responsibility (jurisdiction_id, key, organisation_id, role) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX responsibility_lead
    ON matters.responsibility (jurisdiction_id, key) WHERE valid_to IS NULL AND role = 'lead';
CREATE INDEX responsibility_of ON matters.responsibility (organisation_id);

-- Counted up with every change of the list: whoever holds it in memory asks here whether it is stale.
CREATE TABLE matters.edition (
    name text PRIMARY KEY,
    number bigint NOT NULL,
    changed timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA matters TO yiwang_app;
GRANT SELECT, INSERT ON matters.responsibility TO yiwang_app;
GRANT UPDATE (valid_to) ON matters.responsibility TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON matters.edition TO yiwang_app;
