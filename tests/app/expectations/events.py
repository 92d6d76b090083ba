"""Who may use the routes of reports and events."""

from uuid import UUID

from tests.app.expectations.route import NOWHERE, POINT, Route, to

ROUTES: dict[str, Route] = {
    "POST /api/reports": to("reports.create", json={"matter": "06002", "text": "垃圾", "place": POINT}),
    "GET /api/events/waiting": to("events.read"),
    "GET /api/events/{event_id}": to("events.read"),
    "POST /api/events/{event_id}/admit": to("events.triage"),
    "POST /api/events/{event_id}/refuse": to("events.triage", json={"reason": "other", "text": "x"}),
    "POST /api/events/{event_id}/merge": to("events.merge", json={"into": str(UUID(int=8))}),
    "POST /api/events/{event_id}/move": to("events.move", json={"lon": 121.4, "lat": 31.2, "reason": "x"}),
    "POST /api/events/{event_id}/restore": to("events.merge"),
    "POST /api/events/{event_id}/unmerge": to("events.merge", json={"report_id": str(NOWHERE), "reason": "x"}),
}
