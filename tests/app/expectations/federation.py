"""Who may use the routes of platforms of other levels."""

from tests.app.expectations.route import NOWHERE, Route, to

_PEER = {
    "title": "x",
    "url": "http://x.example",
    "relation": "lower",
    "sign_public": "AAAA",
    "seal_public": "AAAA",
    "application_id": str(NOWHERE),
    "jurisdictions": ["310107"],
}

ROUTES: dict[str, Route] = {
    "GET /api/federation/identity": to("federation.manage"),
    "GET /api/federation/peers": to("federation.manage", also="cases.hand_over"),
    "PUT /api/federation/peers/{name}": to("federation.manage", json=_PEER),
    "GET /api/federation/cases/{case_id}": to("cases.read"),
    "POST /api/federation/cases/{case_id}/hand-over": to("cases.hand_over", json={"platform": "x", "reason": "x"}),
    "POST /api/federation/cases/{case_id}/recall": to("cases.hand_over", json={"reason": "x"}),
    "POST /api/federation/cases/{case_id}/notes": to("cases.hand_over", json={"text": "x"}),
    "GET /api/federation/warnings/{warning_id}": to("warnings.read"),
    "GET /api/federation/signs": to("signs.read"),
    "POST /api/federation/inbox": to(
        "federation.exchange",
        json={"platform": "x", "id": str(NOWHERE), "seq": 1, "kind": "x", "sealed": "", "signature": ""},
    ),
}
