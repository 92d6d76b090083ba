"""Who may use the routes of alarm rules, contexts and trials."""

from tests.app.expectations.route import Route, to

_SPAN = {"since": "2026-11-01T00:00:00Z", "until": "2026-11-02T00:00:00Z"}
_PLACE = {"code": "permit", "circle": {"lon": 121.4, "lat": 31.2, "radius_m": 100}}
_FENCE = {
    "code": "x",
    "device_class": "none",
    "metric": "none",
    "side": "inside",
    "ring": [[121.4, 31.2], [121.5, 31.2], [121.5, 31.3]],
}

ROUTES: dict[str, Route] = {
    "GET /api/alarm-rules": to("alarms.read"),
    "GET /api/alarm-rules/export": to("alarms.read"),
    "GET /api/alarm-rules/versions": to("alarms.read"),
    "POST /api/alarm-rules/import": to("alarms.manage", json={"rules": {}, "dry_run": True}),
    "GET /api/alarm-rules/fences": to("alarms.read"),
    "POST /api/alarm-rules/fences": to("alarms.manage", json=_FENCE),
    "POST /api/alarm-rules/end": to("alarms.manage", json={"kind": "rules", "code": "none"}),
    "GET /api/alarm-contexts": to("alarms.read"),
    "POST /api/alarm-contexts": to("alarms.silence", json=_PLACE),
    "POST /api/alarm-contexts/{context_id}/end": to("alarms.silence"),
    "GET /api/alarm-trials": to("alarms.manage"),
    "POST /api/alarm-trials": to("alarms.manage", json={"rules": {}} | _SPAN),
    "GET /api/alarm-trials/{trial_id}": to("alarms.manage"),
    "POST /api/alarm-trials/{trial_id}/stop": to("alarms.manage"),
}
