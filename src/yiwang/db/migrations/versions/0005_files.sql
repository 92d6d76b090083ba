-- Photos: what was stored, by whom, the object it hangs on, and which parts of the city may see it.
CREATE SCHEMA files;

CREATE TABLE files.file (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('photo')),
    sha256 text NOT NULL,
    bytes integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    original_name text NOT NULL,
    uploaded_by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    taken text CHECK (taken IN ('before', 'after', 'check')),
    object_type text,
    object_id uuid,
    attached timestamptz,
    CHECK ((object_type IS NULL) = (object_id IS NULL))
);
CREATE INDEX file_object ON files.file (object_id) WHERE object_id IS NOT NULL;
CREATE INDEX file_sha256 ON files.file (sha256);

-- A file that hangs on an object is seen by whoever sees one of these nodes.
CREATE TABLE files.file_grant (
    file_id uuid NOT NULL REFERENCES files.file,
    jurisdiction_id uuid,
    organisation_id uuid,
    UNIQUE NULLS NOT DISTINCT (file_id, jurisdiction_id, organisation_id)
);

GRANT USAGE ON SCHEMA files TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON files.file TO yiwang_app;
GRANT SELECT, INSERT ON files.file_grant TO yiwang_app;
