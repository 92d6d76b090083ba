"""Who may use the routes of the vital signs."""

from tests.app.expectations.route import NOWHERE, Route, to

VALUES = {"values": [{"node": str(NOWHERE), "at": "2026-11-16T00:00:00Z", "top": 1.0}]}
ROUTES: dict[str, Route] = {
    "GET /api/signs": to("signs.read"),
    "GET /api/signs.toml": to("signs.read"),
    "GET /api/pulse": to("signs.read"),
    "GET /api/signs/{code}": to("signs.read"),
    "GET /api/signs/{code}/nodes": to("signs.read"),
    "GET /api/signs/{code}/rows": to("signs.read"),
    "GET /api/signs/{code}/versions": to("signs.read"),
    "PUT /api/signs/{code}": to("signs.manage", json={"red": "5"}),
    "PUT /api/signs/{code}/values": to("signs.send", json=VALUES),
    "GET /api/signs/{code}/forecast": to("signs.read"),
    "GET /api/forecasts": to("signs.read"),
    "GET /api/checkups": to("signs.read"),
    "POST /api/checkups": to("checkups.make", json={"period": "day"}),
    "GET /api/checkups/{checkup_id}": to("signs.read"),
    "GET /api/checkups/{checkup_id}/file": to("signs.read"),
}
