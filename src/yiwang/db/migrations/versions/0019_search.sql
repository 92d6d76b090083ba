-- What is searched, beside what it is about: words of each object as bigrams and latin words (see base/words.py).
-- Filled soon after by a follower of the log; where facts do not name every row, triggers note which are due.

CREATE TABLE cases.search (
    id uuid PRIMARY KEY,
    jurisdiction_id uuid NOT NULL,
    unit_id uuid,
    at timestamptz NOT NULL,
    doc text NOT NULL, -- number, title, place, words, one a line, normalised
    grams tsvector NOT NULL
) WITH (fillfactor = 90);
CREATE INDEX search_grams ON cases.search USING gin (grams) WITH (fastupdate = on, gin_pending_list_limit = 512);
CREATE INDEX search_newest ON cases.search (at DESC, id DESC);

-- Events that are no cases: those that wait, and those refused, dismissed or merged.
CREATE TABLE events.search (
    id uuid PRIMARY KEY,
    jurisdiction_id uuid NOT NULL,
    at timestamptz NOT NULL,
    doc text NOT NULL,
    grams tsvector NOT NULL
);
CREATE INDEX search_grams ON events.search USING gin (grams) WITH (fastupdate = on, gin_pending_list_limit = 512);
CREATE INDEX search_newest ON events.search (at DESC, id DESC);

CREATE TABLE people.search (
    kind text NOT NULL CHECK (kind IN ('organisation', 'post', 'staff')),
    id uuid NOT NULL,
    doc text NOT NULL,
    sort text COLLATE "C" NOT NULL, -- the name in pinyin with tones: the order of lists
    grams tsvector NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX search_grams ON people.search USING gin (grams);
CREATE TABLE people.search_due (kind text NOT NULL, id uuid NOT NULL, PRIMARY KEY (kind, id));

CREATE TABLE places.search (
    kind text NOT NULL CHECK (kind IN ('jurisdiction', 'address', 'feature')),
    id uuid NOT NULL,
    doc text NOT NULL,
    sort text COLLATE "C" NOT NULL,
    grams tsvector NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX search_grams ON places.search USING gin (grams);
CREATE TABLE places.search_due (kind text NOT NULL, id uuid NOT NULL, PRIMARY KEY (kind, id));

-- One statement notes all the rows that another wrote.
CREATE FUNCTION people.note_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_ARGV[0] = 'telephone' THEN
        INSERT INTO people.search_due
            SELECT DISTINCT CASE WHEN post_id IS NULL THEN 'organisation' ELSE 'post' END,
                coalesce(post_id, organisation_id) FROM changed
            ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO people.search_due SELECT DISTINCT TG_ARGV[0], id FROM changed ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION places.note_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_ARGV[0]
    WHEN 'jurisdiction' THEN
        INSERT INTO places.search_due SELECT DISTINCT 'jurisdiction', jurisdiction_id FROM changed
            ON CONFLICT DO NOTHING;
    WHEN 'alias' THEN
        INSERT INTO places.search_due SELECT DISTINCT 'address', address_id FROM changed ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO places.search_due SELECT DISTINCT TG_ARGV[0], id FROM changed ON CONFLICT DO NOTHING;
    END CASE;
    RETURN NULL;
END $$;
DO $$
DECLARE
    noted record;
BEGIN
    FOR noted IN SELECT * FROM (VALUES
        ('people', 'organisation', 'organisation'), ('people', 'post', 'post'), ('people', 'staff', 'staff'),
        ('people', 'telephone', 'telephone'), ('places', 'placing', 'jurisdiction'), ('places', 'address', 'address'),
        ('places', 'address_alias', 'alias'), ('places', 'feature', 'feature')) AS n(room, tab, kind)
    LOOP
        EXECUTE format('CREATE TRIGGER search_new AFTER INSERT ON %1$I.%2$I REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION %1$I.note_search(%3$L)', noted.room, noted.tab, noted.kind);
        EXECUTE format('CREATE TRIGGER search_changed AFTER UPDATE ON %1$I.%2$I REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION %1$I.note_search(%3$L)', noted.room, noted.tab, noted.kind);
    END LOOP;
END $$;
-- What was there before this revision.
INSERT INTO people.search_due
    SELECT 'organisation', id FROM people.organisation UNION ALL SELECT 'post', id FROM people.post
    UNION ALL SELECT 'staff', id FROM people.staff;
INSERT INTO places.search_due
    SELECT DISTINCT 'jurisdiction', jurisdiction_id FROM places.placing
    UNION ALL SELECT 'address', id FROM places.address UNION ALL SELECT 'feature', id FROM places.feature;

GRANT SELECT, INSERT, UPDATE, DELETE ON cases.search, events.search, people.search, people.search_due, places.search,
    places.search_due TO yiwang_app;
