"""Who may use the routes of the calendar."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    "GET /api/calendar": to("matters.read", params={"year": 2026}),
    "PUT /api/calendar/overrides": to(
        "matters.write", json={"days": [{"date": "2026-12-24", "working": False, "reason": "x"}]}
    ),
    "POST /api/calendar/overrides/restore": to("matters.write", json={"dates": ["2026-12-24"]}),
    "PUT /api/calendar/hours": to("matters.write", json={"hours": None}),
    "POST /api/calendar/deadline": to(
        "matters.read", json={"start": "2026-11-16T02:00:00Z", "value": 2, "unit": "working_hours"}
    ),
}
