-- Envelopes that are no CloudEvents are kept as other refused messages are.
ALTER TABLE events.refused_message DROP CONSTRAINT refused_message_form_check;
ALTER TABLE events.refused_message ADD CONSTRAINT refused_message_form_check
    CHECK (form IN ('json', 'cloudevent', 'envelope'));

-- What was refused is forgotten with its raw message: the running role may not delete raw messages, but it may ask that
-- those of refused ones go, whose time is over. One that was taken in again has another raw message for its report.
CREATE FUNCTION events.forget_refused(settled_before timestamptz, received_before timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (
        DELETE FROM events.refused_message WHERE settled < settled_before OR received < received_before
        RETURNING raw_id
    ), raw AS (
        DELETE FROM events.raw w USING gone WHERE w.id = gone.raw_id
    )
    SELECT count(*) FROM gone
$$;
REVOKE EXECUTE ON FUNCTION events.forget_refused FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.forget_refused TO yiwang_app;

-- Reports come in the order of time, so that a summary of each stretch of pages finds ninety days of them; a tree of all
-- of them was one more write in every report.
DROP INDEX events.report_reported;
CREATE INDEX report_reported ON events.report USING brin (reported_at) WITH (pages_per_range = 16, autosummarize = on);

-- A person who is erased goes out of the words too, of steps and calls, and of ratings; nothing else of these changes.
GRANT UPDATE (text) ON cases.timeline TO yiwang_app;
GRANT UPDATE (note, spoke_with) ON cases.hotline_contact TO yiwang_app;
GRANT UPDATE (text) ON residents.rating TO yiwang_app;
