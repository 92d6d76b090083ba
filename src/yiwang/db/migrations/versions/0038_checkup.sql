-- City check-ups as they were when they were made; their files are set from this.
CREATE TABLE signs.checkup (
    id uuid PRIMARY KEY,
    node uuid NOT NULL,
    period text NOT NULL CHECK (period IN ('day', 'week', 'month')),
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    body jsonb NOT NULL,
    made_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    UNIQUE (node, period, end_at)
);
CREATE INDEX checkup_latest ON signs.checkup (node, end_at DESC, period);
GRANT SELECT, INSERT, UPDATE ON signs.checkup TO yiwang_app;
