-- Alarms, what each shard of series remembers between two frames, and conditions over place and time. Times are UTC.
CREATE SCHEMA alarms;

-- A shard as of a frame: the kernel's state and the plans and series it was made under, packed. Frames up to the
-- lease's number are stepped once more from here, and what they raise is there already.
CREATE TABLE alarms.state (
    shard integer PRIMARY KEY,
    seq bigint NOT NULL,
    state bytea NOT NULL,
    plans bytea NOT NULL,
    recorded timestamptz NOT NULL
);
ALTER TABLE alarms.state ALTER COLUMN state SET STORAGE EXTERNAL;
ALTER TABLE alarms.state ALTER COLUMN plans SET STORAGE EXTERNAL;

-- How far the watermark (ms) had come after a frame and before the next one: a second look takes the same steps.
CREATE TABLE alarms.turn (
    shard integer NOT NULL,
    seq bigint NOT NULL,
    watermark bigint NOT NULL,
    PRIMARY KEY (shard, seq)
);

-- One row from raising to resolving. The id follows from series, rule, condition and time: a shard that is stepped
-- again raises the same one. `value` is what raised it, `explanation` the condition as it was in force.
CREATE TABLE alarms.alarm (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('rule', 'combination')),
    rule text NOT NULL,
    condition text NOT NULL,
    shard integer,
    series bigint,
    metric text NOT NULL,
    -- Of a combination: what stands together ("device …", "address …", "around …").
    together text,
    device_id uuid NOT NULL,
    class_code text NOT NULL,
    jurisdiction_id uuid,
    organisation_id uuid,
    severity text NOT NULL CHECK (severity IN ('blue', 'yellow', 'orange', 'red')),
    -- recovered: the values are well again, and it stays latched until a person releases it.
    state text NOT NULL CHECK (state IN ('firing', 'recovered', 'resolved')),
    raised_at timestamptz NOT NULL,
    recovered_at timestamptz,
    resolved_at timestamptz,
    again_at timestamptz,
    again integer NOT NULL DEFAULT 0,
    value double precision,
    last_value double precision,
    explanation jsonb NOT NULL,
    -- Contexts that held where and when it was raised.
    contexts text[] NOT NULL DEFAULT '{}',
    drill boolean NOT NULL DEFAULT false,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    assigned_to uuid,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL,
    CHECK ((kind = 'rule') = (series IS NOT NULL AND shard IS NOT NULL)),
    CHECK ((kind = 'combination') = (together IS NOT NULL)),
    CHECK ((state = 'resolved') = (resolved_at IS NOT NULL))
);
CREATE UNIQUE INDEX alarm_standing ON alarms.alarm (series, rule, condition)
    WHERE state <> 'resolved' AND kind = 'rule';
CREATE UNIQUE INDEX alarm_together ON alarms.alarm (rule, together)
    WHERE state <> 'resolved' AND kind = 'combination';
CREATE INDEX alarm_shard ON alarms.alarm (shard) WHERE state <> 'resolved';
CREATE INDEX alarm_device ON alarms.alarm (device_id, raised_at DESC);
CREATE INDEX alarm_newest ON alarms.alarm (raised_at DESC, id DESC);
CREATE INDEX alarm_place ON alarms.alarm (jurisdiction_id, raised_at DESC);

-- What a rule would have raised while a context forbade it: raised when the context ends, gone when the values are well.
CREATE TABLE alarms.withheld (
    series bigint NOT NULL,
    rule text NOT NULL,
    condition text NOT NULL,
    shard integer NOT NULL,
    since timestamptz NOT NULL,
    value double precision,
    explanation jsonb NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (series, rule, condition)
);
CREATE INDEX withheld_shard ON alarms.withheld (shard);

-- A named condition over a place and a time, written by whoever knows of it: fire nearby, job open, rain warning …
CREATE TABLE alarms.context (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    device_id uuid,
    jurisdiction_id uuid,
    lon double precision,
    lat double precision,
    radius_m double precision,
    begins timestamptz NOT NULL,
    ends timestamptz,
    reason text NOT NULL,
    -- What wrote it ("case …"): the same code and source again changes the row.
    source text NOT NULL,
    set_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    CHECK (num_nonnulls(device_id, jurisdiction_id, radius_m) = 1),
    CHECK (num_nonnulls(lon, lat, radius_m) IN (0, 3)),
    CHECK (ends IS NULL OR ends > begins),
    UNIQUE (code, source)
);
CREATE INDEX context_ends ON alarms.context (ends);

-- A rule set tried over history: asked for, under way, done.
CREATE TABLE alarms.trial (
    id uuid PRIMARY KEY,
    rules jsonb NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL,
    jurisdiction_id uuid,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    done double precision NOT NULL DEFAULT 0,
    result jsonb,
    error text NOT NULL DEFAULT '',
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    beat timestamptz,
    recorded timestamptz NOT NULL
);
CREATE INDEX trial_open ON alarms.trial (asked_at) WHERE state IN ('waiting', 'running');

GRANT USAGE ON SCHEMA alarms TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON alarms.state, alarms.alarm, alarms.trial TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON alarms.turn, alarms.withheld, alarms.context TO yiwang_app;
