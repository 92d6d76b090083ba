-- Devices with their keys, strangers in quarantine, and the log of frames. Times are UTC.
CREATE SCHEMA sensing;

-- One row: grows with every change of the registry, and hands out series. Held while a device is written, so that
-- whoever reads "everything after edition N" misses no device that committed late.
CREATE TABLE sensing.registry (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    edition bigint NOT NULL,
    next_series bigint NOT NULL
);
INSERT INTO sensing.registry VALUES (true, 0, 0);

CREATE TABLE sensing.device (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    class_code text NOT NULL,
    maker text NOT NULL,
    model text NOT NULL,
    serial text NOT NULL,
    lon double precision,
    lat double precision,
    place jsonb NOT NULL,
    address text NOT NULL,
    floor text NOT NULL,
    jurisdiction_id uuid,
    organisation_id uuid,
    maintainer_id uuid,
    contract text NOT NULL,
    photo_id uuid,
    installed_on date,
    -- Set by people; whether one in service is online follows from when it was last heard.
    state text NOT NULL CHECK (state IN ('in_service', 'fault', 'maintenance', 'retired')),
    online boolean,
    seen_at timestamptz,
    online_changed_at timestamptz,
    first_series bigint NOT NULL UNIQUE,
    series_room smallint NOT NULL,
    metrics text[] NOT NULL,
    edition bigint NOT NULL,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL,
    CHECK (first_series / 65536 = (first_series + series_room - 1) / 65536),
    CHECK (cardinality(metrics) <= series_room)
);
CREATE INDEX device_edition ON sensing.device (edition);
CREATE INDEX device_class ON sensing.device (class_code, code);
CREATE INDEX device_place ON sensing.device (jurisdiction_id, code);
CREATE INDEX device_owner ON sensing.device (organisation_id, code);

CREATE TABLE sensing.device_key (
    protocol text NOT NULL,
    external_id text NOT NULL,
    device_id uuid NOT NULL REFERENCES sensing.device,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (protocol, external_id)
);
CREATE INDEX device_key_device ON sensing.device_key (device_id);

-- Who speaks to us and is in no registry, or says what we cannot take.
CREATE TABLE sensing.stranger (
    source text NOT NULL,
    external_id text NOT NULL,
    reason text NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    messages bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'adopted', 'refused')),
    device_id uuid,
    PRIMARY KEY (source, external_id)
);
CREATE INDEX stranger_newest ON sensing.stranger (state, last_at DESC);

-- What was sent, as it came; sealed under the source's key where the platform has keys.
CREATE TABLE sensing.quarantine (
    id uuid NOT NULL,
    source text NOT NULL,
    external_id text NOT NULL,
    reason text NOT NULL,
    sealed boolean NOT NULL,
    raw bytea NOT NULL,
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX quarantine_sender ON sensing.quarantine (source, external_id, recorded DESC);
SELECT db.grow('sensing.quarantine');

-- The last frame of each shard. Its row is held from the number to the commit: numbers are in the order of commits,
-- without gaps, whichever gateway writes.
CREATE TABLE sensing.shard (shard integer PRIMARY KEY, seq bigint NOT NULL) WITH (fillfactor = 20);

CREATE TABLE sensing.frame (
    shard integer NOT NULL,
    seq bigint NOT NULL,
    source text NOT NULL,
    received timestamptz NOT NULL,
    count integer NOT NULL,
    payload bytea NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
-- Packed already: the server need not try.
ALTER TABLE sensing.frame ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE INDEX frame_seq ON sensing.frame (shard, seq);
SELECT db.grow('sensing.frame');

-- Who works on a shard, for which purpose ("alarms", "history"), until when. The number grows with every new holder:
-- a holder that was away too long writes nothing, since its number is old.
CREATE TABLE sensing.lease (
    purpose text NOT NULL,
    shard integer NOT NULL,
    holder uuid NOT NULL,
    fence bigint NOT NULL,
    until timestamptz NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (purpose, shard)
) WITH (fillfactor = 50);

-- The last reading of every series of a shard, packed, as of a frame; what came after is read from the log.
CREATE TABLE sensing.latest (
    shard integer PRIMARY KEY,
    seq bigint NOT NULL,
    packed bytea NOT NULL,
    recorded timestamptz NOT NULL
);
ALTER TABLE sensing.latest ALTER COLUMN packed SET STORAGE EXTERNAL;

GRANT USAGE ON SCHEMA sensing TO yiwang_app;
GRANT SELECT, UPDATE ON sensing.registry TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON sensing.device, sensing.stranger, sensing.shard, sensing.lease, sensing.latest
    TO yiwang_app;
GRANT SELECT, INSERT, DELETE ON sensing.device_key, sensing.frame, sensing.quarantine TO yiwang_app;
