-- Orders of the hotline 12345, residents who follow by a link, messages by e-mail.

-- An order: what the city's hotline asks of the district. Who asked is kept with the report, sealed.
CREATE TABLE cases.hotline_order (
    id uuid PRIMARY KEY,
    system text NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    sent_from text NOT NULL CHECK (sent_from IN ('city', 'district', 'street', 'station', 'person')),
    title text NOT NULL,
    urgent boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'returned')),
    report_id uuid NOT NULL,
    case_id uuid NOT NULL, -- of the event its report belongs to now
    sent_by uuid NOT NULL,
    sendings integer NOT NULL DEFAULT 1,
    callback_wanted boolean NOT NULL,
    received_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    deadline jsonb NOT NULL,
    extended_at timestamptz,
    contact_due_at timestamptz NOT NULL,
    contact text NOT NULL DEFAULT 'waiting' CHECK (contact IN ('waiting', 'reached', 'unreachable')),
    contacted_at timestamptz,
    contacts integer NOT NULL DEFAULT 0,
    return_due_at timestamptz NOT NULL,
    returns integer NOT NULL DEFAULT 0,
    answered_at timestamptz,
    answer text,
    resolution text,
    called_back_at timestamptz,
    called_contacted boolean,
    called_resolution text,
    satisfaction text,
    recorded timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    UNIQUE (system, number)
);
CREATE INDEX hotline_order_newest ON cases.hotline_order (received_at DESC, id DESC);
CREATE INDEX hotline_order_number ON cases.hotline_order (number);
CREATE INDEX hotline_order_case ON cases.hotline_order (case_id);
CREATE INDEX hotline_order_report ON cases.hotline_order (report_id);
CREATE INDEX hotline_order_uncontacted ON cases.hotline_order (contact_due_at, id)
    WHERE contact = 'waiting' AND state = 'open';

-- Each try to reach whoever called 先行联系.
CREATE TABLE cases.hotline_contact (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES cases.hotline_order,
    at timestamptz NOT NULL,
    way text NOT NULL,
    reached boolean NOT NULL,
    spoke_with text,
    note text NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX hotline_contact_order ON cases.hotline_contact (order_id, at);

CREATE TABLE cases.hotline_return (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES cases.hotline_order,
    at timestamptz NOT NULL,
    reason text NOT NULL,
    text text NOT NULL,
    next_door text NOT NULL,
    ruling text,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX hotline_return_order ON cases.hotline_return (order_id, at);

-- A file of orders given in: sealed as it came, worked off in batches; progress and orders are one transaction.
CREATE TABLE cases.hotline_import (
    id uuid PRIMARY KEY,
    asked_by uuid NOT NULL,
    asked_name text NOT NULL,
    file_name text NOT NULL,
    form text NOT NULL CHECK (form IN ('csv', 'xlsx')),
    mapping jsonb NOT NULL,
    dry_run boolean NOT NULL,
    sealed bytea,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    rows integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    made integer NOT NULL DEFAULT 0,
    known integer NOT NULL DEFAULT 0,
    updated integer NOT NULL DEFAULT 0,
    refused integer NOT NULL DEFAULT 0,
    tries integer NOT NULL DEFAULT 0,
    failure text,
    recorded timestamptz NOT NULL,
    seen_at timestamptz,
    ended_at timestamptz
);
CREATE INDEX hotline_import_waiting ON cases.hotline_import (recorded) WHERE state IN ('waiting', 'running');
CREATE INDEX hotline_import_asked ON cases.hotline_import (asked_by, recorded DESC);

-- Why a row of a file was refused; rows count from 1, the header is not counted.
CREATE TABLE cases.hotline_import_fault (
    import_id uuid NOT NULL REFERENCES cases.hotline_import,
    row integer NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (import_id, row)
);

GRANT SELECT, INSERT, UPDATE ON cases.hotline_order, cases.hotline_import TO yiwang_app;
GRANT SELECT, INSERT ON cases.hotline_contact, cases.hotline_return, cases.hotline_import_fault TO yiwang_app;
GRANT DELETE ON cases.hotline_import_fault TO yiwang_app;

-- A message as it came, sealed before anybody read it; accepted means this row is on disk.
CREATE TABLE events.mail_message (
    id uuid PRIMARY KEY,
    message_index bytea NOT NULL UNIQUE,
    sealed bytea,
    size integer NOT NULL,
    state text NOT NULL CHECK (state IN ('accepted', 'reported', 'to_sort', 'ignored')),
    reason text,
    tries integer NOT NULL DEFAULT 0,
    report_id uuid,
    recorded timestamptz NOT NULL,
    sorted_at timestamptz,
    sorted_by uuid
);
CREATE INDEX mail_message_accepted ON events.mail_message (recorded) WHERE state = 'accepted';
CREATE INDEX mail_message_to_sort ON events.mail_message (recorded, id) WHERE state = 'to_sort';
GRANT SELECT, INSERT, UPDATE ON events.mail_message TO yiwang_app;

-- What residents see of their reports without an account, by a link only they hold.
CREATE SCHEMA residents;

CREATE TABLE residents.follow (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL,
    number text NOT NULL,
    token bytea NOT NULL UNIQUE,
    lookup bytea, -- of number and last digits of the telephone, by a key of ours; none without a telephone
    joined boolean NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX follow_lookup ON residents.follow (lookup) WHERE lookup IS NOT NULL;
CREATE INDEX follow_recorded ON residents.follow (recorded, id);

CREATE TABLE residents.comment (
    id uuid PRIMARY KEY,
    follow_id uuid NOT NULL REFERENCES residents.follow ON DELETE CASCADE,
    at timestamptz NOT NULL,
    text text NOT NULL,
    photos uuid[] NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX comment_follow ON residents.comment (follow_id, at);

CREATE TABLE residents.rating (
    report_id uuid PRIMARY KEY,
    event_id uuid NOT NULL,
    score text NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX rating_event ON residents.rating (event_id);

-- How often an address (hashed with a key of ours) did something within an hour.
CREATE TABLE residents.try (
    who bytea NOT NULL,
    kind text NOT NULL,
    hour timestamptz NOT NULL,
    times integer NOT NULL,
    PRIMARY KEY (who, kind, hour)
);
CREATE INDEX try_hour ON residents.try (hour);

GRANT USAGE ON SCHEMA residents TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON residents.follow, residents.try TO yiwang_app;
GRANT SELECT, INSERT, DELETE ON residents.comment TO yiwang_app;
GRANT SELECT, INSERT ON residents.rating TO yiwang_app;
