"""Who may use the routes of cases and their history."""

from tests.app.expectations.route import NOWHERE, Route, to

ROUTES: dict[str, Route] = {
    # cases
    "GET /api/cases": to("cases.read"),
    "GET /api/cases/counts": to("cases.read"),
    "GET /api/cases/{case_id}": to("cases.read"),
    "GET /api/cases/{case_id}/timeline": to("cases.read"),
    "GET /api/cases/{case_id}/units": to("cases.read"),
    "POST /api/cases/{case_id}/claim": to("cases.claim"),
    "POST /api/cases/{case_id}/release": to("cases.claim"),
    "POST /api/cases/{case_id}/confirm": to("cases.confirm", json={"passed": True}),
    "POST /api/cases/{case_id}/dispatch": to("cases.dispatch", json={}),
    "POST /api/cases/{case_id}/redispatch": to("cases.dispatch", json={"unit": str(NOWHERE), "reason": "x"}),
    "POST /api/cases/{case_id}/receive": to("cases.receive", json={}),
    "POST /api/cases/{case_id}/return": to("cases.return", json={"reason": "x"}),
    "POST /api/cases/{case_id}/handle": to("cases.handle", json={"text": "x"}),
    "POST /api/cases/{case_id}/check": to("cases.check", json={"passed": True}),
    "POST /api/cases/{case_id}/close": to("cases.close", json={}),
    "POST /api/cases/{case_id}/void": to("cases.void", json={"reason": "x"}),
    "POST /api/cases/{case_id}/steps": to("cases.receive", json={"verb": "receive", "key": "a-key-of-sixteen"}),
    # history
    "POST /api/history/batches": to("history.import", params={"system": "old"}),
    "GET /api/history/batches": to("history.import"),
    "GET /api/history/batches/{batch_id}": to("history.import"),
    "POST /api/history/batches/{batch_id}/parts/{number}": to("history.import"),
    "GET /api/history/batches/{batch_id}/complaints": to("history.import"),
    "POST /api/history/batches/{batch_id}/check": to("history.import"),
    "POST /api/history/batches/{batch_id}/commit": to("history.import"),
}
