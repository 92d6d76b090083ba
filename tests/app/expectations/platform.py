"""Who may use the routes of the platform itself."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    # platform
    "GET /api/platform": to("open"),
    "GET /api/health": to("open"),
    # each item on it asks for its own permission: tests/app/test_stream.py
    "GET /api/stream": to("signed in", params={"once": "true"}),
    # tells of identities and lets in as one on the made-up district only: tests/demo/test_identities.py
    "GET /api/demo": to("open"),
    "POST /api/demo/session": to("open", json={"username": "nobody"}),
    "GET /api/settings": to("platform.settings"),
    "GET /healthz": to("open"),
    "GET /readyz": to("open"),
    # the tests come from this machine; test_health.py tries the others
    "GET /metrics": to("open"),
    "GET /ca.crt": to("open"),
    # one search over the rooms: each kind asks for its own
    "GET /api/search": to("cases.read", params={"q": "路灯", "kinds": "cases"}),
}
