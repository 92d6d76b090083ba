-- Tables that grow without bound are partitioned by the month of recording. This is their one mechanism.
-- The schema itself is made before the first revision, which notes itself there.
CREATE TABLE db.grown (parent regclass PRIMARY KEY);

-- Take a partitioned table (key: recorded timestamptz) into care. Rows of a month nobody prepared land in the default.
CREATE FUNCTION db.grow(parent regclass) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    room text;
    name text;
BEGIN
    SELECT n.nspname, c.relname INTO room, name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid = parent;
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I.%I PARTITION OF %s DEFAULT', room, name || '_default', parent);
    INSERT INTO db.grown VALUES (parent) ON CONFLICT DO NOTHING;
END $$;

-- Make one month's partition and move its rows out of the default one. Returns false where it was there already.
-- Attaching holds up no writer of other months; rows that something points at stay in the default, where they serve.
CREATE FUNCTION db.make_partition(parent regclass, month date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    room text;
    name text;
    part text;
    columns text;
    first timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
    last timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
    SELECT n.nspname, c.relname INTO room, name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid = parent;
    part := name || to_char(month, '_YYYY_MM');
    IF to_regclass(format('%I.%I', room, part)) IS NOT NULL THEN
        RETURN false;
    END IF;
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns FROM pg_attribute
    WHERE attrelid = parent AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    EXECUTE format('CREATE TABLE %I.%I (LIKE %s INCLUDING ALL EXCLUDING IDENTITY EXCLUDING INDEXES)', room, part, parent);
    -- One order of locks for everyone: parent, then default.
    EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', parent);
    EXECUTE format('LOCK TABLE %I.%I IN ACCESS EXCLUSIVE MODE', room, name || '_default');
    EXECUTE format(
        'WITH moved AS (DELETE FROM %1$I.%2$I WHERE recorded >= %3$L AND recorded < %4$L RETURNING *)
         INSERT INTO %1$I.%5$I (%6$s) SELECT %6$s FROM moved',
        room, name || '_default', first, last, part, columns);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I.%I FOR VALUES FROM (%L) TO (%L)', parent, room, part, first, last);
    RETURN true;
EXCEPTION WHEN foreign_key_violation THEN
    RETURN false;
END $$;

-- Make the partitions of `months` months from that of `first` on, of every table in care. Returns how many were made.
CREATE FUNCTION db.make_partitions(first date, months integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    made integer := 0;
    grown record;
    step integer;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('db.make_partitions'));
    FOR grown IN SELECT parent FROM db.grown ORDER BY parent LOOP
        FOR step IN 0..months LOOP
            IF db.make_partition(grown.parent, (date_trunc('month', first::timestamp) + make_interval(months => step))::date) THEN
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;

REVOKE ALL ON FUNCTION db.grow(regclass), db.make_partition(regclass, date), db.make_partitions(date, integer) FROM PUBLIC;
GRANT USAGE ON SCHEMA db TO yiwang_app;
GRANT SELECT ON db.grown TO yiwang_app;
GRANT EXECUTE ON FUNCTION db.make_partitions(date, integer) TO yiwang_app;
