-- What became of a proposal: the trial of its threshold over the history, and what somebody decided. Until so many new
-- verdicts have come (`counted` are those there were) it is not proposed again.
CREATE TABLE alarms.proposal (
    id uuid PRIMARY KEY,
    about text NOT NULL CHECK (about IN ('rule', 'device')),
    key text NOT NULL,
    trial_id uuid REFERENCES alarms.trial,
    trial_bound double precision,
    action text CHECK (action IN ('threshold', 'review', 'repair', 'retire')),
    decision text CHECK (decision IN ('accepted', 'refused')),
    bound double precision,
    reason text NOT NULL DEFAULT '',
    counted bigint,
    decided_by uuid,
    decided_name text NOT NULL DEFAULT '',
    decided_at timestamptz,
    recorded timestamptz NOT NULL,
    UNIQUE (about, key),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX proposal_decided ON alarms.proposal (decided_at DESC) WHERE decided_at IS NOT NULL;

-- Storms that are open: silent devices beside one join it.
CREATE INDEX machine_storm ON events.machine (joined_at) WHERE kind = 'storm';

GRANT SELECT, INSERT, UPDATE ON alarms.proposal TO yiwang_app;
