-- How far the lake has followed the log. What has been copied stands in the lake itself, with the rows.
CREATE SCHEMA lake;

CREATE TABLE lake.cursor (
    name text PRIMARY KEY,
    xid xid8 NOT NULL,
    followed timestamptz NOT NULL
);

-- Which log this is: a lake folder belongs to one, since transaction numbers of two logs cannot be compared.
CREATE TABLE lake.identity (
    id uuid PRIMARY KEY,
    only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one)
);
INSERT INTO lake.identity (id) VALUES (gen_random_uuid());

GRANT USAGE ON SCHEMA lake TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON lake.cursor TO yiwang_app;
GRANT SELECT ON lake.identity TO yiwang_app;
