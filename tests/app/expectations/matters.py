"""Who may use the routes of the catalogue and the responsibility list."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    "GET /api/matters": to("matters.read"),
    "GET /api/matters/older": to("matters.read"),
    "GET /api/matters/components": to("matters.read"),
    "GET /api/matters/export": to("matters.read"),
    "GET /api/matters/{code}": to("matters.read"),
    "POST /api/matters/suggest": to("matters.read", json={"text": "路灯不亮"}),
    "POST /api/matters/import": to("matters.write", json={"rows": [], "note": "x"}),
    "GET /api/responsibility": to("matters.read"),
    "POST /api/responsibility": to("matters.write", json={"rows": []}),
    "POST /api/responsibility/{duty_id}/end": to("matters.write", json={}),
}
