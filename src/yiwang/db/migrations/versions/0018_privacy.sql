-- Looks at personal data with their reason, exports and their approval, erasing by two, and the watch over calls.

-- One row for each look at a field in full: what the limit of looks an hour counts. The audit trail tells the same.
CREATE TABLE access.look (
    id uuid NOT NULL,
    actor uuid NOT NULL,
    object_type text NOT NULL,
    object_id uuid NOT NULL,
    field text NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX look_actor ON access.look (actor, recorded);
SELECT db.grow('access.look');

CREATE SEQUENCE access.export_number;

-- Whoever asks never approves. `reason` and `filters` say what for and what of.
CREATE TABLE access.export (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    data_set text NOT NULL,
    format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
    columns text[] NOT NULL,
    personal text[] NOT NULL,
    filters jsonb NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'made', 'failed', 'expired')),
    asked_by uuid NOT NULL REFERENCES access.account,
    asked_at timestamptz NOT NULL,
    decided_by uuid REFERENCES access.account,
    decided_at timestamptz,
    answer text,
    made_at timestamptz,
    rows integer,
    bytes integer,
    expires timestamptz,
    fetches integer NOT NULL DEFAULT 0,
    CHECK (decided_by <> asked_by),
    CHECK (cardinality(personal) = 0 OR state IN ('asked', 'refused', 'expired') OR decided_by IS NOT NULL)
);
CREATE INDEX export_asked ON access.export (asked_by, asked_at DESC);
CREATE INDEX export_waiting ON access.export (asked_at) WHERE state = 'asked';
CREATE INDEX export_to_make ON access.export (decided_at) WHERE state = 'approved';
CREATE INDEX export_made ON access.export (expires) WHERE state = 'made';

-- Erasing a person takes two: whoever asks, and another who consents. `person` is an id and tells nothing once erased.
CREATE TABLE access.erasure (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    person uuid NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CHECK (state IN ('asked', 'refused', 'done')),
    asked_by uuid NOT NULL REFERENCES access.account,
    asked_at timestamptz NOT NULL,
    decided_by uuid REFERENCES access.account,
    decided_at timestamptz,
    answer text,
    CHECK (decided_by <> asked_by),
    CHECK (state = 'asked' OR decided_by IS NOT NULL)
);
CREATE UNIQUE INDEX erasure_asked ON access.erasure (person) WHERE state = 'asked';
CREATE INDEX erasure_order ON access.erasure (asked_at DESC, id);

-- Who was looked at in a list: ids of persons in an audit row's detail. Rows without them are not in the index.
CREATE INDEX audit_persons ON access.audit USING gin ((detail -> 'persons')) WHERE detail ? 'persons';

-- Calls by holder (an API key, which is one application's one purpose; an account; nobody), data set and hour.
CREATE TABLE access.calls (
    holder uuid NOT NULL,
    holder_kind text NOT NULL CHECK (holder_kind IN ('key', 'account', 'stranger')),
    data_set text NOT NULL,
    recorded timestamptz NOT NULL,
    calls bigint NOT NULL,
    refused bigint NOT NULL,
    limited bigint NOT NULL,
    failed bigint NOT NULL,
    bytes bigint NOT NULL,
    milliseconds double precision NOT NULL,
    UNIQUE (holder, data_set, recorded)
) PARTITION BY RANGE (recorded);
CREATE INDEX calls_hour ON access.calls (recorded, holder);
SELECT db.grow('access.calls');

-- From which networks (/24, /48) a holder has called.
CREATE TABLE access.network (
    holder uuid NOT NULL,
    network text NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    calls bigint NOT NULL,
    PRIMARY KEY (holder, network)
);
CREATE INDEX network_new ON access.network (first_seen);

-- How many calls a second a key may make in each process, where it is not the usual.
CREATE TABLE access.key_limit (
    key_id uuid PRIMARY KEY REFERENCES access.api_key,
    per_second real NOT NULL CHECK (per_second > 0),
    burst integer NOT NULL CHECK (burst > 0),
    set_by uuid NOT NULL,
    recorded timestamptz NOT NULL
);

-- What the watch found: one of a kind for each holder and day.
CREATE TABLE access.unusual (
    id uuid PRIMARY KEY,
    holder uuid NOT NULL,
    holder_kind text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('volume', 'night', 'network', 'refusals')),
    day date NOT NULL,
    calls bigint NOT NULL,
    usual double precision NOT NULL,
    network text,
    recorded timestamptz NOT NULL,
    UNIQUE (holder, kind, day)
);
CREATE INDEX unusual_order ON access.unusual (recorded DESC, id);

-- Master keys that are done with. Nothing wrapped with one of them may come in: its file is about to go.
CREATE TABLE access.retired_master (name bytea PRIMARY KEY, recorded timestamptz NOT NULL);

CREATE FUNCTION access.refuse_retired() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM access.retired_master WHERE name = substr(NEW.wrapped, 2, 8)) THEN
        RAISE EXCEPTION 'the master key has just been changed; try again' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_retired BEFORE INSERT ON access.data_key FOR EACH ROW EXECUTE FUNCTION access.refuse_retired();

GRANT SELECT, INSERT ON access.retired_master TO yiwang_app;
GRANT SELECT, INSERT ON access.look TO yiwang_app;
GRANT USAGE ON SEQUENCE access.export_number TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON access.export, access.erasure, access.calls, access.network TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.key_limit TO yiwang_app;
GRANT SELECT, INSERT ON access.unusual TO yiwang_app;
