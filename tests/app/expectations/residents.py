"""Who may use the routes of residents."""

from tests.app.expectations.route import POINT, Route, to

ROUTES: dict[str, Route] = {
    # residents: everyone, by a link of their own
    "POST /api/residents/reports": to("open", json={"text": "垃圾", "place": POINT}),
    "POST /api/residents/photos": to("open", files={"file": ("x.jpg", b"x")}),
    "GET /api/residents/nearby": to("open", params=POINT),
    "POST /api/residents/nearby/{number}/join": to("open", json={}),
    "POST /api/residents/lookup": to("open", json={"number": "x", "digits": "0000"}),
    "GET /api/residents/follow/{token}": to("open"),
    "POST /api/residents/follow/{token}/comments": to("open", json={"text": "x"}),
    "POST /api/residents/follow/{token}/rating": to("open", json={"score": "fair"}),
    "GET /api/residents/follow/{token}/photos/{photo_id}": to("open"),
    "GET /api/residents/ratings/{case_id}": to("cases.read"),
}
