-- Cases, their assignments, clocks and timeline.
CREATE SCHEMA cases;

CREATE TABLE cases.case (
    id uuid PRIMARY KEY, -- the event's
    number text NOT NULL,
    state text NOT NULL CHECK (state IN ('to_confirm', 'to_dispatch', 'to_receive', 'handling', 'to_check',
                                         'to_close', 'closed', 'void')),
    prior_state text,
    matter_id uuid NOT NULL,
    matter_code text NOT NULL,
    major text NOT NULL,
    title text NOT NULL,
    channel text NOT NULL,
    urgent boolean NOT NULL,
    jurisdiction_id uuid NOT NULL,
    unit_id uuid,
    post_id uuid,
    assist_ids uuid[] NOT NULL DEFAULT '{}',
    lon double precision,
    lat double precision,
    place_text text NOT NULL,
    opened_at timestamptz NOT NULL,
    filed_at timestamptz,
    dispatched_at timestamptz,
    received_at timestamptz,
    handled_at timestamptz,
    checked_at timestamptz,
    closed_at timestamptz,
    due_at timestamptz,
    receipt_due_at timestamptz,
    deadline jsonb NOT NULL,
    dispatch_reason jsonb NOT NULL,
    check_asked boolean NOT NULL,
    limit_provisional boolean NOT NULL,
    self_handled boolean NOT NULL,
    rework integer NOT NULL DEFAULT 0,
    returns integer NOT NULL DEFAULT 0,
    reports integer NOT NULL DEFAULT 1,
    claimed_by uuid,
    claimed_name text,
    platform text NOT NULL,
    drill boolean NOT NULL,
    version integer NOT NULL DEFAULT 1
) WITH (fillfactor = 70);
-- Pages of the list: newest first over all, among the open, by unit, by jurisdiction; what is due first.
-- None names the state: most steps then change no index at all.
CREATE INDEX case_newest ON cases.case (opened_at DESC, id DESC);
CREATE INDEX case_open ON cases.case (opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX case_unit ON cases.case (unit_id, opened_at DESC, id DESC);
CREATE INDEX case_jurisdiction ON cases.case (jurisdiction_id, opened_at DESC, id DESC);
CREATE INDEX case_matter ON cases.case (matter_code, opened_at DESC, id DESC);
CREATE UNIQUE INDEX case_number ON cases.case (right(number, 6), number);
CREATE INDEX case_claimed ON cases.case (claimed_by, opened_at DESC, id DESC) WHERE claimed_by IS NOT NULL;
CREATE INDEX case_due ON cases.case (due_at, id) WHERE closed_at IS NULL;

CREATE TABLE cases.assignment (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES cases.case,
    unit_id uuid NOT NULL,
    post_id uuid,
    role text NOT NULL CHECK (role IN ('lead', 'assist')),
    state text NOT NULL CHECK (state IN ('sent', 'received', 'returned', 'done', 'withdrawn')),
    sent_at timestamptz NOT NULL,
    receipt_due_at timestamptz,
    received_at timestamptz,
    ended_at timestamptz,
    reason text
);
CREATE INDEX assignment_case ON cases.assignment (case_id);
CREATE INDEX assignment_unit ON cases.assignment (unit_id, case_id);

-- Clocks are intervals: one row each time a clock runs, so that a pause is a gap between two rows.
-- No foreign key: a clock is only ever written by the statement that inserts or moves its case, six times a life.
CREATE TABLE cases.clock (
    case_id uuid NOT NULL,
    stage text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    due_at timestamptz,
    reason text,
    step integer NOT NULL,
    PRIMARY KEY (case_id, stage, step)
);

CREATE TABLE cases.timeline (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    step text NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    unit_id uuid,
    text text NOT NULL,
    data jsonb NOT NULL,
    recorded timestamptz NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX timeline_case ON cases.timeline (case_id, at);
SELECT db.grow('cases.timeline');

CREATE TABLE cases.photo (
    case_id uuid NOT NULL REFERENCES cases.case,
    file_id uuid NOT NULL,
    taken text NOT NULL CHECK (taken IN ('before', 'after', 'check')),
    added_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, file_id)
);

GRANT USAGE ON SCHEMA cases TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON cases.case, cases.assignment, cases.clock TO yiwang_app;
GRANT SELECT, INSERT ON cases.timeline, cases.photo TO yiwang_app;
