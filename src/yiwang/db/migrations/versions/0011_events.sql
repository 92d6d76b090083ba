-- Reports of every channel, and the events they belong to.
CREATE SCHEMA events;

CREATE SEQUENCE events.number;

-- What was sent, as it was sent, sealed under the reporter's or the source's key. Append-only.
CREATE TABLE events.raw (
    id uuid NOT NULL,
    key_subject uuid NOT NULL,
    sealed bytea NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX raw_id ON events.raw (id);
SELECT db.grow('events.raw');

CREATE TABLE events.reporter (
    id uuid PRIMARY KEY,
    phone_index bytea UNIQUE,
    contact bytea NOT NULL,
    recorded timestamptz NOT NULL
);

CREATE TABLE events.event (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('triage', 'admitted', 'refused', 'dismissed', 'merged', 'closed')),
    prior_state text,
    matter_id uuid NOT NULL,
    matter_code text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    urgent boolean NOT NULL,
    channel text NOT NULL,
    jurisdiction_id uuid NOT NULL,
    lon double precision,
    lat double precision,
    place jsonb NOT NULL,
    place_key text,
    occurred_at timestamptz NOT NULL,
    reported_at timestamptz NOT NULL,
    last_reported_at timestamptz NOT NULL,
    given_due timestamptz,
    due_from_source boolean NOT NULL DEFAULT false,
    closed_at timestamptz,
    merged_into uuid REFERENCES events.event,
    refusal jsonb,
    drill boolean NOT NULL,
    reports integer NOT NULL DEFAULT 1,
    classification jsonb NOT NULL,
    platform text NOT NULL,
    version integer NOT NULL DEFAULT 1
) WITH (fillfactor = 85);
-- Open events of a matter near a point: what every new report looks through.
CREATE INDEX event_near ON events.event (matter_code, lat, lon) WHERE state IN ('triage', 'admitted');
CREATE INDEX event_address ON events.event (matter_code, place_key)
    WHERE state IN ('triage', 'admitted') AND place_key IS NOT NULL;
CREATE INDEX event_merged ON events.event (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX event_waiting ON events.event (reported_at, id) WHERE state = 'triage';

CREATE TABLE events.report (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    event_id uuid NOT NULL REFERENCES events.event,
    home_event_id uuid,
    state text NOT NULL CHECK (state IN ('open', 'answered', 'refused')),
    channel text NOT NULL,
    source text NOT NULL,
    text text NOT NULL,
    reporter_id uuid REFERENCES events.reporter,
    confidential boolean NOT NULL DEFAULT false,
    reported_at timestamptz NOT NULL,
    occurred_at timestamptz,
    due_at timestamptz,
    answered_at timestamptz,
    matter_code text NOT NULL,
    lon double precision,
    lat double precision,
    place jsonb NOT NULL,
    merge_reason jsonb,
    classification jsonb NOT NULL,
    raw_id uuid NOT NULL,
    idempotency_key text,
    answer jsonb,
    recorded timestamptz NOT NULL,
    UNIQUE (source, idempotency_key)
);
CREATE INDEX report_event ON events.report (event_id);
CREATE INDEX report_home ON events.report (home_event_id) WHERE home_event_id IS NOT NULL;

CREATE TABLE events.external_ref (
    system text NOT NULL,
    external_id text NOT NULL,
    report_id uuid NOT NULL REFERENCES events.report,
    PRIMARY KEY (system, external_id, report_id)
);
CREATE INDEX external_ref_report ON events.external_ref (report_id);

GRANT USAGE ON SCHEMA events TO yiwang_app;
GRANT USAGE ON SEQUENCE events.number TO yiwang_app;
GRANT SELECT, INSERT ON events.raw TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON events.event, events.report, events.reporter TO yiwang_app;
GRANT SELECT, INSERT ON events.external_ref TO yiwang_app;
