"""Who may use the routes of alarms, silences, verdicts, and of the events that machines raise."""

from tests.app.expectations.route import NOWHERE, Route, to

_SPAN = {"raised_at": "2026-11-01T00:00:00Z", "resolved_at": "2026-11-02T00:00:00Z"}
_OLD = {"device": "X", "rule": "x", "condition": "x", "severity": "red", "verdict": "true", **_SPAN}
_SILENCE = {"rule": "gas", "ends_at": "2099-11-02T00:00:00Z", "reason": "x"}
_LONGER = {"ends_at": "2099-11-03T00:00:00Z", "reason": "x"}
_REFUSAL = {"about": "rule", "key": "none/none", "action": "review", "decision": "refused", "reason": "x"}

ROUTES: dict[str, Route] = {
    "GET /api/alarms": to("alarms.read"),
    "GET /api/alarms/groups": to("alarms.read"),
    "GET /api/alarms/precision": to("alarms.read"),
    "GET /api/alarms/proposals": to("alarms.read"),
    "GET /api/alarms/proposals/decided": to("alarms.read"),
    "POST /api/alarms/proposals/try": to("alarms.manage", json={"key": "none/none", "bound": 1}),
    "POST /api/alarms/proposals/decide": to("alarms.manage", json=_REFUSAL),
    "POST /api/alarms/verdicts": to("alarms.judge", json={"alarms": [str(NOWHERE)], "verdict": "true"}),
    "GET /api/alarms/silences": to("alarms.read"),
    "POST /api/alarms/silences": to("alarms.silence", json=_SILENCE),
    "GET /api/alarms/silences/{silence_id}": to("alarms.read"),
    "PUT /api/alarms/silences/{silence_id}": to("alarms.silence", json=_LONGER),
    "POST /api/alarms/silences/{silence_id}/end": to("alarms.silence", json={"reason": "x"}),
    "GET /api/alarms/{alarm_id}": to("alarms.read"),
    "POST /api/alarms/{alarm_id}/acknowledge": to("alarms.handle", json={}),
    "POST /api/alarms/{alarm_id}/comment": to("alarms.handle", json={"text": "x"}),
    "POST /api/alarms/{alarm_id}/assign": to("alarms.handle", json={"to": None}),
    "POST /api/alarms/{alarm_id}/release": to("alarms.handle", json={}),
    "GET /api/events/machines": to("events.read"),
    "GET /api/events/{event_id}/machine": to("events.read"),
    "GET /api/events/{event_id}/devices": to("events.read"),
    "POST /api/events/{event_id}/verdict": to("alarms.judge", json={"verdict": "true"}),
    "POST /api/alarms/history": to("history.import", json={"rows": [_OLD]}),
    "GET /api/alarm-inhibitions": to("alarms.read"),
    "POST /api/alarm-inhibitions/import": to("alarms.manage", json={"rows": [], "dry_run": True}),
    "POST /api/alarm-inhibitions/{code}/end": to("alarms.manage"),
    "GET /api/alarm-templates": to("alarms.read"),
    "POST /api/alarm-templates/import": to("alarms.manage", json={"rows": [], "dry_run": True}),
    "POST /api/alarm-templates/{code}/end": to("alarms.manage"),
    "POST /api/cases/{case_id}/verdict": to("alarms.judge", json={"verdict": "true"}),
    "GET /api/upkeep": to("cases.read"),
    "GET /api/alarms/{alarm_id}/event": to("events.read"),
    "POST /api/alarms/{alarm_id}/verdict": to("alarms.judge", json={"verdict": "true"}),
}
