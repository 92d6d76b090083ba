"""Who may use the routes of orders of the hotline."""

from tests.app.expectations.route import POINT, Route, to

ROUTES: dict[str, Route] = {
    "POST /api/hotline/orders": to(
        "reports.create", json={"number": "1", "kind": "投诉", "text": "垃圾", "place": POINT}
    ),
    "GET /api/hotline/orders": to("cases.read"),
    "GET /api/hotline/orders/{order_id}": to("cases.read"),
    "POST /api/hotline/orders/{order_id}/first-contact": to("hotline.contact", json={"way": "phone", "reached": False}),
    "POST /api/hotline/orders/{order_id}/return": to("hotline.return", json={"reason": "other", "text": "x"}),
    "POST /api/hotline/orders/{order_id}/extend": to("hotline.rule", json={"reason": "x"}),
    "POST /api/hotline/orders/{order_id}/answer": to("hotline.answer", json={"text": "x", "resolution": "solved"}),
    "POST /api/hotline/orders/{order_id}/callback": to("hotline.import", json={"satisfaction": "fair"}),
    "GET /api/hotline/figures": to(
        "evaluation.read", params={"since": "2026-11-01T00:00:00Z", "until": "2026-12-01T00:00:00Z"}
    ),
    "GET /api/hotline/rules": to("matters.read"),
    "GET /api/hotline/mappings": to("matters.read"),
    "POST /api/hotline/declarations": to("matters.write", json={"kind": "hotline_rules", "toml": "x"}),
    "GET /api/hotline/imports": to("hotline.import"),
    "POST /api/hotline/imports": to("hotline.import", files={"file": ("x.csv", b"x")}),
    "GET /api/hotline/imports/{import_id}": to("hotline.import"),
    "GET /api/hotline/imports/{import_id}/report": to("hotline.import"),
}
