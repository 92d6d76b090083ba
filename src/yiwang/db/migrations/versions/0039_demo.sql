-- How far the made-up district of a demonstration has come: one row, in no other platform.
CREATE TABLE app.demo (
    sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
    seed bigint NOT NULL,
    scale double precision NOT NULL,
    anchor timestamptz NOT NULL,  -- the moment before which its past lies
    stage text NOT NULL CHECK (stage IN ('waiting', 'city', 'day', 'weeks', 'readings', 'signs', 'done')),
    share double precision NOT NULL CHECK (share BETWEEN 0 AND 1),  -- of the whole
    done text[] NOT NULL DEFAULT '{}',  -- the parts that need not be done again
    recorded timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON app.demo TO yiwang_app;
