-- The other doors of sensing: what operators push, commands down to devices, streams to others, upkeep. Times are UTC.

-- Every document that a platform of others pushed, as it came, sealed under its source's key where there are keys.
CREATE TABLE sensing.pushed (
    id uuid NOT NULL,
    source text NOT NULL,
    sealed boolean NOT NULL,
    raw bytea NOT NULL,
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX pushed_source ON sensing.pushed (source, recorded DESC);
SELECT db.grow('sensing.pushed');

-- What was asked of a device, and what it said. `number` is what its protocol calls the question by.
CREATE TABLE sensing.command (
    id uuid NOT NULL,
    device_id uuid NOT NULL REFERENCES sensing.device,
    protocol text NOT NULL,
    external_id text NOT NULL,
    kind text NOT NULL,
    arguments jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'done', 'refused', 'expired', 'withdrawn')),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    sent_at timestamptz,
    sent_times smallint NOT NULL DEFAULT 0,
    answered_at timestamptz,
    answer jsonb NOT NULL DEFAULT '{}',
    recorded timestamptz NOT NULL,
    PRIMARY KEY (id, recorded)
) PARTITION BY RANGE (recorded);
CREATE INDEX command_device ON sensing.command (device_id, id DESC);
CREATE INDEX command_open ON sensing.command (expires_at) WHERE state IN ('waiting', 'sent', 'accepted');
SELECT db.grow('sensing.command');

-- The SM4 key of a device that enciphers (HJ 212-2025), sealed.
CREATE TABLE sensing.cipher (
    device_id uuid PRIMARY KEY REFERENCES sensing.device,
    sealed bytea NOT NULL,
    set_by uuid NOT NULL,
    recorded timestamptz NOT NULL
);

-- A stream of readings to a system of others; how far it has come stands in sensing.lease as "share <id>".
CREATE TABLE sensing.share (
    id uuid PRIMARY KEY,
    key_id uuid NOT NULL,
    name text NOT NULL,
    way text NOT NULL CHECK (way IN ('webhook', 'mqtt')),
    address text NOT NULL,
    sealed bytea NOT NULL,
    class_codes text[] NOT NULL,
    metrics text[] NOT NULL,
    device_ids uuid[] NOT NULL,
    jurisdiction_id uuid,
    state text NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
    reason text NOT NULL DEFAULT '',
    failures integer NOT NULL DEFAULT 0,
    retry_at timestamptz,
    sent_readings bigint NOT NULL DEFAULT 0,
    sent_messages bigint NOT NULL DEFAULT 0,
    sent_at timestamptz,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    recorded timestamptz NOT NULL
);

-- How often devices of a class are inspected 巡检, where it is not what the class says.
CREATE TABLE sensing.inspection_plan (
    id uuid PRIMARY KEY,
    class_code text NOT NULL,
    jurisdiction_id uuid,
    every_days integer NOT NULL CHECK (every_days BETWEEN 1 AND 3650),
    set_by uuid NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE UNIQUE INDEX inspection_plan_one ON sensing.inspection_plan
    (class_code, coalesce(jurisdiction_id, '00000000-0000-0000-0000-000000000000'));

CREATE TABLE sensing.inspection (
    id uuid NOT NULL,
    device_id uuid NOT NULL REFERENCES sensing.device,
    outcome text NOT NULL CHECK (outcome IN ('in_order', 'repaired', 'fault', 'missing')),
    note text NOT NULL,
    readings jsonb NOT NULL,
    inspected_by uuid NOT NULL,
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (id, recorded)
) PARTITION BY RANGE (recorded);
CREATE INDEX inspection_device ON sensing.inspection (device_id, at DESC);
SELECT db.grow('sensing.inspection');

CREATE TABLE sensing.inspected (device_id uuid PRIMARY KEY REFERENCES sensing.device, at timestamptz NOT NULL);

-- How often which verdict was given on alarms of a device, by the UTC day of the verdict.
CREATE TABLE sensing.verdict_count (
    device_id uuid NOT NULL REFERENCES sensing.device,
    day date NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('true', 'false', 'test', 'fault')),
    count integer NOT NULL,
    PRIMARY KEY (device_id, day, verdict)
);

GRANT SELECT, INSERT, DELETE ON sensing.pushed TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON sensing.command, sensing.share, sensing.inspected, sensing.verdict_count TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sensing.cipher, sensing.inspection_plan TO yiwang_app;
GRANT SELECT, INSERT ON sensing.inspection TO yiwang_app;
GRANT DELETE ON sensing.lease TO yiwang_app;
