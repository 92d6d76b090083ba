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

-- The last forecast of each sign at a place, with its error on later starts beside that of the seasonal-naive one.
CREATE TABLE signs.forecast (
    sign text NOT NULL,
    node uuid NOT NULL,
    made_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL, -- the last point that was known
    expected double precision[] NOT NULL,
    low double precision[] NOT NULL,
    high double precision[] NOT NULL,
    error double precision,
    naive_error double precision,
    starts integer NOT NULL,
    shown boolean NOT NULL,
    red_at timestamptz, -- when it will cross its threshold for red, of those that are shown
    PRIMARY KEY (sign, node)
);
CREATE INDEX forecast_node ON signs.forecast (node);
GRANT SELECT, INSERT, UPDATE ON signs.forecast TO yiwang_app;
