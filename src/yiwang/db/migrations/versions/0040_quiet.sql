-- Who ended a silence or a context before its time, and why; who declared a context.
ALTER TABLE alarms.silence ADD ended_name text NOT NULL DEFAULT '', ADD end_reason text NOT NULL DEFAULT '';
ALTER TABLE alarms.context ADD set_name text NOT NULL DEFAULT '', ADD ended_name text NOT NULL DEFAULT '',
    ADD end_reason text NOT NULL DEFAULT '';
