"""Who may use the routes of personal data and the watch over calls."""

from tests.app.expectations.route import NOWHERE, Route, to

ROUTES: dict[str, Route] = {
    "POST /api/reveal": to(
        "personal.reveal", json={"object": "report", "id": str(NOWHERE), "field": "phone", "reason": "核实地址"}
    ),
    "POST /api/reports/search": to("personal.search", json={"phone": "13800000000"}),
    "GET /api/looks": to("audit.read"),
    "GET /api/exports/data-sets": to("exports.ask"),
    "POST /api/exports": to("exports.ask", json={"data_set": "cases", "format": "csv"}),
    "GET /api/exports": to("exports.ask", also="exports.approve"),
    "GET /api/exports/{export_id}": to("exports.ask", also="exports.approve"),
    "POST /api/exports/{export_id}/approve": to("exports.approve", json={}),
    "POST /api/exports/{export_id}/refuse": to("exports.approve", json={"text": "范围过大"}),
    "GET /api/exports/{export_id}/file": to("exports.ask"),
    "POST /api/erasures": to("persons.erase", json={"person": str(NOWHERE), "reason": "本人要求"}),
    "GET /api/erasures": to("persons.erase"),
    "POST /api/erasures/{erasure_id}/consent": to("persons.erase", json={}),
    "POST /api/erasures/{erasure_id}/refuse": to("persons.erase", json={"text": "证据保全"}),
    "GET /api/calls": to(
        "calls.read", also="audit.read", params={"since": "2026-11-16T00:00:00Z", "until": "2026-11-17T00:00:00Z"}
    ),
    "GET /api/calls/unusual": to("calls.read", also="audit.read"),
    "PUT /api/keys/{key_id}/limit": to("keys.manage", json={"per_second": 5}),
}
