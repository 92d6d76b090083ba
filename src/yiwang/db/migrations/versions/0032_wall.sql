-- The wall's displays: each shows the wall without anybody signed in, by a key of its own.
CREATE TABLE access.screen (
    id uuid PRIMARY KEY, -- also its key's, once the display has opened
    name text NOT NULL,
    jurisdiction_id uuid, -- NULL shows the whole platform
    code bytea UNIQUE, -- hash of the code to be typed at the display; NULL once it was
    code_until timestamptz NOT NULL,
    recorded timestamptz NOT NULL,
    created_by uuid NOT NULL,
    opened_at timestamptz,
    agent text,
    ended timestamptz,
    ended_by uuid
);
GRANT SELECT, INSERT, UPDATE ON access.screen TO yiwang_app;
