"""SQL of the bench: a database that looks as if the district had worked for years. Only for throw-away data."""

from psycopg import Connection

# One finished or running case a number n: its event, report, case, assignment, clocks and timeline.
FILL = """
CREATE TEMP TABLE n AS
SELECT n, NULL::uuid AS event, NULL::uuid AS id, gen_random_uuid() AS report, gen_random_uuid() AS raw,
    %(first)s::timestamptz + n * (interval '700 days' / %(rows)s) AS at,
    121.34 + random() * 0.11 AS lon, 31.21 + random() * 0.09 AS lat,
    m.ids[1 + floor(random() * array_length(m.ids, 1))::int] AS matter,
    j.ids[1 + floor(random() * array_length(j.ids, 1))::int] AS jurisdiction,
    u.ids[1 + floor(random() * array_length(u.ids, 1))::int] AS unit,
    CASE WHEN random() < 0.95 THEN 'closed'
         ELSE (ARRAY['to_dispatch', 'to_receive', 'handling', 'to_check', 'to_close'])[1 + floor(random() * 5)::int]
    END AS state
FROM generate_series(%(low)s::bigint, %(high)s::bigint) AS n,
    (SELECT array_agg(id) AS ids FROM definitions.version WHERE kind = 'matter') m,
    (SELECT array_agg(j.id) AS ids FROM places.jurisdiction j JOIN places.placing p ON p.jurisdiction_id = j.id
     WHERE j.level = 'neighbourhood' AND p.code LIKE '310107%%' AND p.valid_to IS NULL) j,
    (SELECT array_agg(id) AS ids FROM people.organisation WHERE kind IN ('department', 'street_centre')) u;
ALTER TABLE n ADD code text, ADD number text, ADD made uuid;
-- Ids in the order of time, as ours are.
UPDATE n SET made = (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008'
    || substr(md5(n::text), 1, 15))::uuid;
UPDATE n SET code = v.code, event = n.made, id = n.made, number = to_char(at, 'YYYYMMDD') || lpad(n::text, 6, '0')
FROM definitions.version v WHERE v.id = n.matter;
INSERT INTO events.event (id, number, state, matter_id, matter_code, title, text, urgent, channel, jurisdiction_id, lon,
    lat, place, occurred_at, reported_at, last_reported_at, drill, classification, platform)
SELECT event, number, CASE state WHEN 'closed' THEN 'closed' ELSE 'admitted' END, matter, code, '道路不洁',
    '路口有垃圾', false, 'desk', jurisdiction, lon, lat, '{"text": "曹杨路"}', at, at, at, false,
    '{"by": "given", "confidence": 1, "reason": ""}', 'bench' FROM n;
INSERT INTO events.report (id, number, event_id, state, channel, source, text, reported_at, matter_code, lon, lat,
    place, classification, raw_id, recorded)
SELECT report, number, event, CASE state WHEN 'closed' THEN 'answered' ELSE 'open' END, 'desk', 'desk', '路口有垃圾',
    at, code, lon, lat, '{}', '{}', raw, at FROM n;
INSERT INTO cases.case (id, number, state, matter_id, matter_code, major, title, channel, urgent,
    jurisdiction_id, unit_id, lon, lat, place_text, opened_at, filed_at, dispatched_at, due_at, closed_at, deadline,
    dispatch_reason, check_asked, limit_provisional, self_handled, platform, drill)
SELECT id, number, state, matter, code, left(code, 2), '道路不洁', 'desk', false, jurisdiction,
    CASE state WHEN 'to_dispatch' THEN NULL ELSE unit END, lon, lat, '曹杨路', at, at, at, at + interval '5 days',
    CASE state WHEN 'closed' THEN at + interval '1 day' END, '{"zh": "5 工作日"}', '{"zh": "按责任清单"}', true, true,
    false, 'bench', false FROM n;
INSERT INTO cases.assignment (id, case_id, unit_id, role, state, sent_at, receipt_due_at, received_at)
SELECT gen_random_uuid(), id, unit, 'lead', CASE state WHEN 'closed' THEN 'done' ELSE 'sent' END, at,
    at + interval '30 minutes', at FROM n WHERE state <> 'to_dispatch';
INSERT INTO cases.clock (case_id, stage, started_at, ended_at, due_at, step)
SELECT id, s.stage, at, CASE state WHEN 'closed' THEN at + interval '1 day' END, at + interval '5 days', s.step
FROM n, (VALUES ('total', 1), ('dispatch', 1), ('receipt', 2), ('handle', 3), ('check', 4), ('close', 5))
    AS s(stage, step);
INSERT INTO cases.timeline (id, case_id, step, at, actor_name, text, data, recorded)
SELECT gen_random_uuid(), id, s.step, at, 'bench', '', '{}', %(now)s
FROM n, (VALUES ('file'), ('dispatch'), ('receive'), ('handle'), ('check'), ('close')) s(step);
DROP TABLE n;
"""
BATCH = 100_000


def fill(connection: Connection[object], rows: int, first: object, now: object) -> None:
    """Write `rows` cases with all that hangs on them, spread over the two years before `now`."""
    for low in range(1, rows + 1, BATCH):
        high = min(low + BATCH - 1, rows)
        for statement in FILL.split(";\n"):
            if statement.strip():
                connection.execute(
                    statement.encode(), {"low": low, "high": high, "rows": rows, "first": first, "now": now}
                )
        connection.commit()
    connection.execute("SELECT setval('events.number', %s)", [rows + 1])
    connection.commit()
    connection.autocommit = True
    for table in ("events.event", "events.report", "cases.case", "cases.assignment", "cases.clock", "cases.timeline"):
        connection.execute(f"VACUUM (ANALYZE) {table}".encode())
