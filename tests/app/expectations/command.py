"""Who may use the routes of the command floor."""

from tests.app.expectations.route import NOWHERE, SPAN, Route, to

_SHIFT = {"starts": "2026-11-16T02:00Z", "ends": "2026-11-17T02:00Z"}

ROUTES: dict[str, Route] = {
    "GET /api/command/rosters": to("rosters.read"),
    "POST /api/command/rosters": to("rosters.write", json={"unit": str(NOWHERE), **_SHIFT}),
    "GET /api/command/rosters/{roster_id}": to("rosters.read"),
    "PUT /api/command/rosters/{roster_id}/shifts": to("rosters.write", json={"shifts": []}),
    "POST /api/command/rosters/{roster_id}/copy-week": to(
        "rosters.write", json={"source": "2026-11-16T00:00Z", "target": "2026-11-23T00:00Z"}
    ),
    "GET /api/command/rosters/{roster_id}/problems": to("rosters.read"),
    "POST /api/command/rosters/{roster_id}/publish": to("rosters.write", json={}),
    "POST /api/command/rosters/{roster_id}/drop": to("rosters.write"),
    "GET /api/command/rosters/{roster_id}/csv": to("rosters.read"),
    "POST /api/command/rosters/{roster_id}/csv": to("rosters.write", json={"csv": "post,staff,starts,ends"}),
    "GET /api/command/swaps": to("duty.attend"),
    "POST /api/command/swaps": to("duty.attend", json={"shift": str(NOWHERE), "to": str(NOWHERE), "reason": "x"}),
    "POST /api/command/swaps/{swap_id}/{verb}": to("duty.attend"),
    "POST /api/command/sign-in": to("duty.attend", json={}),
    "GET /api/command/attendance/mine": to("duty.attend"),
    "POST /api/command/sign-out": to("duty.attend", json={}),
    "GET /api/command/attendance": to("attendance.read", params=SPAN),
    "POST /api/command/attendance/import": to("history.import", json={"system": "x", "rows": []}),
    "POST /api/command/tracks": to("duty.attend", json={"at": ["2026-11-16T02:00Z"], "lon": [121.4], "lat": [31.2]}),
    "GET /api/command/attendance/{attendance_id}/track": to("duty.attend"),
    "POST /api/command/attendance/{attendance_id}/track": to("tracks.read", json={"reason": "x"}),
    "GET /api/command/log": to("duty.log"),
    "POST /api/command/log": to("duty.log", json={"unit": str(NOWHERE), "kind": "other", "text": "x"}),
    "GET /api/command/log/{entry_id}": to("duty.log"),
    "POST /api/command/log/{entry_id}/settle": to("duty.log"),
    "POST /api/command/log/{entry_id}/caller": to("personal.reveal", json={"reason": "x"}),
    "GET /api/command/handovers": to("duty.log"),
    "POST /api/command/handovers": to("duty.log", json={"unit": str(NOWHERE)}),
    "GET /api/command/handovers/{handover_id}": to("duty.log"),
    "POST /api/command/handovers/{handover_id}/take": to("duty.log"),
    "POST /api/command/handovers/{handover_id}/withdraw": to("duty.log"),
    "GET /api/command/orders": to("orders.read"),
    "POST /api/command/orders": to(
        "orders.give",
        json={"title": "x", "text": "x", "to_kind": "unit", "to": str(NOWHERE), "unit": str(NOWHERE)},
    ),
    "POST /api/command/cases/{case_id}/expedite": to("cases.expedite", json={"kind": "prompt", "text": "x"}),
    "GET /api/command/orders/{order_id}": to("orders.read"),
    "POST /api/command/orders/{order_id}/receive": to("orders.answer"),
    "POST /api/command/orders/{order_id}/done": to("orders.answer", json={"feedback": "x"}),
    "POST /api/command/orders/{order_id}/cancel": to("orders.give", json={"reason": "x"}),
    "GET /api/command/warnings": to("warnings.read"),
    "POST /api/command/warnings": to(
        "warnings.issue",
        json={
            **{"hazard": "x", "level": "blue", "title": "x", "text": "x", "source": "x", "area": [str(NOWHERE)]},
            **{"valid_from": "2026-11-16T02:00Z", "valid_to": "2026-11-17T02:00Z"},
        },
    ),
    "GET /api/command/warnings/{warning_id}": to("warnings.read"),
    "GET /api/command/warnings/{warning_id}/receipts": to("warnings.read"),
    "POST /api/command/warnings/{warning_id}/receive": to("orders.answer", json={"unit": str(NOWHERE)}),
    "POST /api/command/warnings/{warning_id}/lift": to("warnings.issue"),
}
