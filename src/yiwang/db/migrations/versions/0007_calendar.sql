-- Dates that are other than the calendar says, hours of organisations, and which years were published when last looked.
CREATE SCHEMA calendar;

CREATE TABLE calendar.override (
    id uuid PRIMARY KEY,
    organisation_id uuid, -- NULL: everybody
    date date NOT NULL,
    working boolean NOT NULL,
    opens smallint, -- minutes after local midnight; NULL: the usual hours
    closes smallint,
    reason text NOT NULL,
    created_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    CHECK ((opens IS NULL) = (closes IS NULL)),
    CHECK (opens >= 0 AND opens < closes AND closes <= 1440)
);
CREATE UNIQUE INDEX override_of ON calendar.override (organisation_id, date) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX override_all ON calendar.override (date) WHERE organisation_id IS NULL;

CREATE TABLE calendar.hours (
    organisation_id uuid, -- NULL: the platform's default
    opens smallint NOT NULL,
    closes smallint NOT NULL,
    created_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    CHECK (opens >= 0 AND opens < closes AND closes <= 1440)
);
CREATE UNIQUE INDEX hours_of ON calendar.hours ((coalesce(organisation_id, '00000000-0000-0000-0000-000000000000')));

CREATE TABLE calendar.published (
    year smallint PRIMARY KEY,
    recorded timestamptz NOT NULL
);

-- One row: counted up with every change, so that whoever holds the calendar in memory knows when it is stale.
CREATE TABLE calendar.edition (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    number bigint NOT NULL,
    changed timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA calendar TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar.override, calendar.hours TO yiwang_app;
GRANT SELECT, INSERT ON calendar.published TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON calendar.edition TO yiwang_app;
