"""Who may use the routes of residents."""

from tests.app.expectations.route import POINT, Route, to

ROUTES: dict[str, Route] = {
    # residents: everyone, by a link of their own
    "POST /api/residents/reports": to("open", json={"text": "垃圾", "place": POINT}),
    "POST /api/residents/photos": to("open", files={"file": ("x.jpg", b"x")}),
    "GET /api/residents/nearby": to("open", params=POINT),
    "POST /api/residents/suggest": to("open", json={"text": "垃圾"}),
    "GET /api/residents/map": to("open", params={"level": "street"}),
    "GET /api/residents/proposals": to("open"),
    "POST /api/residents/proposals": to("open", json={"kind": "need", "text": "多些长椅"}),
    "POST /api/residents/proposals/{proposal_id}/vote": to("open", json={"device": "a-word-of-sixteen"}),
    "POST /api/residents/proposals/{proposal_id}/take-back": to("open", json={"device": "a-word-of-sixteen"}),
    "GET /api/proposals": to("proposals.settle"),
    "POST /api/proposals/{proposal_id}/open": to("proposals.settle", json={}),
    "POST /api/proposals/{proposal_id}/answer": to("proposals.settle", json={"answer": "x"}),
    "POST /api/proposals/{proposal_id}/decline": to("proposals.settle", json={"answer": "x"}),
    "POST /api/residents/nearby/{number}/join": to("open", json={}),
    "POST /api/residents/lookup": to("open", json={"number": "x", "digits": "0000"}),
    "GET /api/residents/follow/{token}": to("open"),
    "POST /api/residents/follow/{token}/comments": to("open", json={"text": "x"}),
    "POST /api/residents/follow/{token}/rating": to("open", json={"score": "fair"}),
    "GET /api/residents/follow/{token}/tell": to("open"),
    "PUT /api/residents/follow/{token}/tell": to("open", json={"kind": "sms", "address": "13900001234"}),
    "DELETE /api/residents/follow/{token}/tell": to("open"),
    "GET /api/residents/follow/{token}/photos/{photo_id}": to("open"),
    "GET /api/residents/ratings/{case_id}": to("cases.read"),
}
