-- What people do with alarms: silences, lines, verdicts with kept counts; and the events that alarms become.

-- Nothing is made of alarms that match all labels given, from `starts_at` until `ends_at`; NULL matches everything.
-- A maintenance window and an announced drill are silences with another name; of a drill's alarms no event is ever made.
CREATE TABLE alarms.silence (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('silence', 'maintenance', 'drill')),
    rule text,
    condition text,
    class_code text,
    device_id uuid,
    jurisdiction_id uuid,
    maintainer_id uuid,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    reason text NOT NULL,
    made_by uuid NOT NULL,
    made_name text NOT NULL,
    made_at timestamptz NOT NULL,
    ended_early boolean NOT NULL DEFAULT false,
    CHECK (ends_at >= starts_at)
);
CREATE INDEX silence_ends ON alarms.silence (ends_at);

-- What was done with an alarm, by whom; nothing here is ever changed.
CREATE TABLE alarms.line (
    id uuid NOT NULL,
    alarm_id uuid NOT NULL,
    step text NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    text text NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX line_alarm ON alarms.line (alarm_id, at);
SELECT db.grow('alarms.line');

-- The last verdict on each alarm, with the value it was raised by: what proposals are computed from.
CREATE TABLE alarms.verdict (
    alarm_id uuid PRIMARY KEY,
    device_id uuid NOT NULL,
    class_code text NOT NULL,
    rule text NOT NULL,
    condition text NOT NULL,
    jurisdiction_id uuid,
    value double precision,
    verdict text NOT NULL CHECK (verdict IN ('true', 'false', 'test', 'fault')),
    raised_at timestamptz NOT NULL,
    judged_at timestamptz NOT NULL,
    judged_by uuid NOT NULL,
    imported boolean NOT NULL DEFAULT false
);
CREATE INDEX verdict_rule ON alarms.verdict (rule, condition, raised_at);
CREATE INDEX verdict_device ON alarms.verdict (device_id, raised_at);

-- How many verdicts of each kind a rule's condition, a class and a device have; moved by the statement that judges.
CREATE TABLE alarms.tally (
    kind text NOT NULL CHECK (kind IN ('rule', 'class', 'device')),
    key text NOT NULL,
    n_true bigint NOT NULL,
    n_false bigint NOT NULL,
    n_test bigint NOT NULL,
    n_fault bigint NOT NULL,
    PRIMARY KEY (kind, key)
) WITH (fillfactor = 70);

-- Firing alarms of a condition: what inhibits others.
CREATE INDEX alarm_firing ON alarms.alarm (rule, condition) WHERE state = 'firing';

GRANT SELECT, INSERT, UPDATE ON alarms.silence, alarms.verdict, alarms.tally TO yiwang_app;
GRANT SELECT, INSERT ON alarms.line TO yiwang_app;

-- What an event that a machine raised knows beside: what joins it, until when somebody judges, how far it went up.
CREATE TABLE events.machine (
    event_id uuid PRIMARY KEY REFERENCES events.event,
    kind text NOT NULL CHECK (kind IN ('alarm', 'storm')),
    upkeep boolean NOT NULL,
    key text NOT NULL,
    class_code text NOT NULL,
    rule text NOT NULL,
    condition text NOT NULL,
    severity text NOT NULL,
    device_id uuid,
    unit_id uuid,
    evidence jsonb NOT NULL,
    precision double precision,
    verdicts bigint,
    due_at timestamptz,
    level smallint NOT NULL DEFAULT 0,
    units uuid[] NOT NULL DEFAULT '{}',
    joined_at timestamptz NOT NULL,
    recovered_at timestamptz,
    verdict text CHECK (verdict IN ('true', 'false', 'test', 'fault')),
    judged_at timestamptz,
    judged_by uuid
);
CREATE INDEX machine_key ON events.machine (key, joined_at DESC);

-- The alarms of an event: of a storm, its devices.
CREATE TABLE events.machine_alarm (
    alarm_id uuid NOT NULL,
    event_id uuid NOT NULL REFERENCES events.event,
    device_id uuid NOT NULL,
    raised_at timestamptz NOT NULL,
    resolved_at timestamptz,
    joined_at timestamptz NOT NULL,
    storm text NOT NULL,
    PRIMARY KEY (alarm_id, event_id)
);
CREATE INDEX machine_alarm_device ON events.machine_alarm (device_id);
CREATE INDEX machine_alarm_storm ON events.machine_alarm (storm, raised_at);
CREATE INDEX machine_alarm_event ON events.machine_alarm (event_id, raised_at, alarm_id);
CREATE INDEX machine_alarm_open ON events.machine_alarm (event_id) WHERE resolved_at IS NULL;

-- Alarms that became nothing yet because a silence or another alarm holds them back, or those of a group are awaited.
CREATE TABLE events.held_alarm (
    alarm_id uuid PRIMARY KEY,
    silence_id uuid,
    inhibited_by uuid,
    awaited text,
    held_at timestamptz NOT NULL
);
CREATE INDEX held_alarm_silence ON events.held_alarm (silence_id) WHERE silence_id IS NOT NULL;
CREATE INDEX held_alarm_awaited ON events.held_alarm (awaited) WHERE awaited IS NOT NULL;
CREATE INDEX held_alarm_inhibitor ON events.held_alarm (inhibited_by) WHERE inhibited_by IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON events.machine, events.machine_alarm TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON events.held_alarm TO yiwang_app;

-- Cases of upkeep 维保: for a device's maintainer, in no street's figures.
CREATE TABLE cases.upkeep (
    case_id uuid PRIMARY KEY,
    device_id uuid,
    maintainer_id uuid,
    recovered_at timestamptz
);
CREATE INDEX upkeep_maintainer ON cases.upkeep (maintainer_id, case_id);
GRANT SELECT, INSERT, UPDATE ON cases.upkeep TO yiwang_app;
