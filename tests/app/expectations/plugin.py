"""Who may use the routes of scenarios."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    "GET /api/scenarios": to("cases.read", also="scenarios.manage"),
    "POST /api/scenarios/{name}/on": to("scenarios.manage", json={}),
    "POST /api/scenarios/{name}/off": to("scenarios.manage"),
    "GET /api/scenarios/{name}/pages/{page}": to("cases.read"),
    "GET /api/scenarios/{name}/layers/{layer}": to("cases.read"),
}
