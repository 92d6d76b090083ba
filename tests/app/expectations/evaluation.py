"""Who may use the routes of the figures."""

from tests.app.expectations.route import SPAN, Route, to

ROUTES: dict[str, Route] = {
    "GET /api/evaluation/figures": to("evaluation.read", params=SPAN),
    "GET /api/evaluation/cases": to("evaluation.read", params={**SPAN, "figure": "closing_rate"}),
    "GET /api/evaluation/own": to("evaluation.own", params=SPAN),
    "GET /api/evaluation/open": to("open"),
}
