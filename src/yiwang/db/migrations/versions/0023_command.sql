-- Rosters, attendance, patrol tracks, the shift log and handover, orders, warnings. Times are UTC, spans half-open.
-- `jurisdiction_id` is that of the unit when the row was made: scopes limit by both.
CREATE SCHEMA command;
CREATE SEQUENCE command.number;

CREATE TABLE command.roster (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL CHECK (ends > starts),
    state text NOT NULL CHECK (state IN ('draft', 'published', 'dropped')),
    note text NOT NULL,
    made_by uuid NOT NULL,
    published_at timestamptz,
    published_by uuid,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL
);
CREATE INDEX roster_unit ON command.roster (organisation_id, starts DESC, id DESC);

CREATE TABLE command.roster_shift (
    id uuid PRIMARY KEY,
    roster_id uuid NOT NULL REFERENCES command.roster,
    post_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL CHECK (ends > starts),
    mode text NOT NULL CHECK (mode IN ('on_site', 'online')),
    UNIQUE (roster_id, staff_id, starts)
);

CREATE TABLE command.swap (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    shift_id uuid NOT NULL,
    starts timestamptz NOT NULL,
    back_shift_id uuid,
    from_staff uuid NOT NULL,
    to_staff uuid NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CHECK (state IN ('asked', 'agreed', 'declined', 'withdrawn')),
    recorded timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX swap_to ON command.swap (to_staff) WHERE state = 'asked';
CREATE UNIQUE INDEX swap_once ON command.swap (shift_id) WHERE state = 'asked';

-- One row for each shift of a person: how it was kept.
CREATE TABLE command.attendance (
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    post_id uuid NOT NULL,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('on', 'off', 'absent')),
    in_at timestamptz,
    in_place boolean,
    late_seconds integer NOT NULL DEFAULT 0,
    out_at timestamptz,
    out_place boolean,
    early_seconds integer NOT NULL DEFAULT 0,
    source text,
    source_id text,
    recorded timestamptz NOT NULL,
    UNIQUE (staff_id, post_id, starts),
    UNIQUE (source, source_id)
);
CREATE INDEX attendance_unit ON command.attendance (organisation_id, starts DESC, id DESC);
CREATE INDEX attendance_on ON command.attendance (staff_id) WHERE state = 'on';

-- A batch of points of one person's patrol: columns packed, simplified; kept for the time of retention and no longer.
CREATE TABLE command.track (
    id uuid NOT NULL,
    attendance_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    points integer NOT NULL,
    metres double precision NOT NULL,
    packed bytea NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX track_attendance ON command.track (attendance_id, first_at);
SELECT db.grow('command.track');

-- 值班日志: append-only; a mistake is corrected by a further entry. The caller is sealed under a key of its own.
CREATE TABLE command.log_entry (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    kind text NOT NULL CHECK (kind IN ('call', 'incident', 'instruction', 'report', 'inspection', 'other')),
    at timestamptz NOT NULL,
    text text NOT NULL,
    caller bytea,
    forwarded text NOT NULL,
    case_id uuid,
    corrects uuid REFERENCES command.log_entry,
    pending boolean NOT NULL,
    settled_at timestamptz,
    by uuid NOT NULL,
    by_name text NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX log_entry_unit ON command.log_entry (organisation_id, at DESC, id DESC);
CREATE INDEX log_entry_pending ON command.log_entry (organisation_id, at) WHERE pending AND settled_at IS NULL;

CREATE TABLE command.handover (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    state text NOT NULL CHECK (state IN ('offered', 'taken', 'withdrawn')),
    note text NOT NULL,
    from_account uuid NOT NULL,
    from_name text NOT NULL,
    offered_at timestamptz NOT NULL,
    to_account uuid,
    to_name text,
    ended_at timestamptz,
    recorded timestamptz NOT NULL
);
CREATE UNIQUE INDEX handover_open ON command.handover (organisation_id) WHERE state = 'offered';
CREATE INDEX handover_unit ON command.handover (organisation_id, offered_at DESC, id DESC);

CREATE TABLE command.handover_item (
    handover_id uuid NOT NULL REFERENCES command.handover,
    kind text NOT NULL CHECK (kind IN ('log', 'order')),
    object_id uuid NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (handover_id, kind, object_id)
);

CREATE TABLE command.instruction (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('order', 'prompt', 'supervise')),
    title text NOT NULL,
    text text NOT NULL,
    urgent boolean NOT NULL,
    drill boolean NOT NULL,
    case_id uuid,
    to_kind text NOT NULL CHECK (to_kind IN ('unit', 'post', 'person')),
    to_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    state text NOT NULL CHECK (state IN ('given', 'received', 'done', 'cancelled')),
    given_by uuid NOT NULL,
    given_name text NOT NULL,
    given_at timestamptz NOT NULL,
    receipt_due_at timestamptz NOT NULL,
    due_at timestamptz,
    received_at timestamptz,
    received_by uuid,
    done_at timestamptz,
    feedback text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL
);
CREATE INDEX instruction_unit ON command.instruction (organisation_id, given_at DESC, id DESC);
CREATE INDEX instruction_newest ON command.instruction (given_at DESC, id DESC);
CREATE INDEX instruction_case ON command.instruction (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX instruction_open ON command.instruction (organisation_id) WHERE state IN ('given', 'received');

CREATE TABLE command.warning (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    hazard text NOT NULL,
    level text NOT NULL CHECK (level IN ('blue', 'yellow', 'orange', 'red')),
    title text NOT NULL,
    text text NOT NULL,
    source text NOT NULL,
    drill boolean NOT NULL,
    area uuid[] NOT NULL CHECK (cardinality(area) > 0),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL CHECK (valid_to > valid_from),
    state text NOT NULL CHECK (state IN ('issued', 'lifted', 'expired')),
    issued_by uuid NOT NULL,
    issued_name text NOT NULL,
    issued_at timestamptz NOT NULL,
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL
);
CREATE INDEX warning_newest ON command.warning (issued_at DESC, id DESC);

-- Every unit that was told, and when it said that it knows.
CREATE TABLE command.warning_receipt (
    warning_id uuid NOT NULL REFERENCES command.warning,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    told_at timestamptz NOT NULL,
    reminded_at timestamptz,
    received_at timestamptz,
    received_by uuid,
    PRIMARY KEY (warning_id, organisation_id)
);
CREATE INDEX warning_receipt_unit ON command.warning_receipt (organisation_id);

GRANT USAGE ON SCHEMA command TO yiwang_app;
GRANT USAGE ON SEQUENCE command.number TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON command.roster, command.swap, command.attendance, command.handover,
    command.instruction, command.warning, command.warning_receipt TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON command.roster_shift TO yiwang_app;
GRANT SELECT, INSERT ON command.log_entry, command.handover_item TO yiwang_app;
GRANT UPDATE (settled_at) ON command.log_entry TO yiwang_app;
GRANT SELECT, INSERT, DELETE ON command.track TO yiwang_app;
