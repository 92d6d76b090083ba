"""Who may use the routes of organisations, posts, staff."""

from tests.app.expectations.route import NOWHERE, Route, to

ROUTES: dict[str, Route] = {
    "GET /api/organisations": to("people.read", also="grants.manage"),
    "GET /api/organisations/{organisation_id}": to("people.read"),
    "POST /api/organisations/import": to("people.write", json={"rows": []}),
    "POST /api/posts/import": to("people.write", json={"rows": []}),
    "POST /api/staff/import": to("people.write", json={"rows": []}),
    "POST /api/staff/{staff_id}/mobile": to("personal.reveal", json={"reason": "x"}),
    "GET /api/on-duty": to("people.read", params={"unit": str(NOWHERE)}),
    "POST /api/rosters": to(
        "people.write",
        json={"shifts": [{"post_id": str(NOWHERE), "starts": "2026-11-16T02:00Z", "ends": "2026-11-16T03:00Z"}]},
    ),
    "GET /api/phone-book": to("people.read", params={"q": "x"}),
}
