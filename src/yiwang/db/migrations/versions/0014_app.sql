-- How far each replay has come.
CREATE SCHEMA app;

CREATE TABLE app.replay (
    key text PRIMARY KEY,
    done bigint NOT NULL,
    recorded timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA app TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON app.replay TO yiwang_app;

-- procrastinate's own tables live in a schema of their own; they are made beside this file.
CREATE SCHEMA errands;
