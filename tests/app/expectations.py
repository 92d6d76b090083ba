"""What every route of the platform asks of whoever comes, with a request that reaches the question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

import httpx

from yiwang.access import PERMISSIONS

NOWHERE = UUID(int=7)
Other = Literal["open", "signed in", "person"]
_POINT = {"lon": 121.4, "lat": 31.25}
_MAP = {"type": "FeatureCollection", "features": []}
_PROVIDER = {
    "kind": "oidc",
    "label_zh": "区统一认证",
    "label_en": "District sign-in",
    "settings": {"issuer": "https://sign-in.example", "client_id": "yiwang"},
}
_SHIFT = {"starts": "2026-11-16T02:00Z", "ends": "2026-11-17T02:00Z"}
_SPAN = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}


_PEER = {
    "title": "x",
    "url": "http://x.example",
    "relation": "lower",
    "sign_public": "AAAA",
    "seal_public": "AAAA",
    "application_id": str(NOWHERE),
    "jurisdictions": ["310107"],
}


@dataclass(frozen=True)
class Route:
    """`needs` is a permission, or "open" to everyone, to whoever is "signed in", to a "person" but no key.

    `also` is another permission that does. `stranger` is what someone who is not signed in gets.
    """

    needs: str
    request: Mapping[str, Any] = field(default_factory=dict)
    also: str | None = None
    stranger: int = 401

    @property
    def permissions(self) -> frozenset[str]:
        return frozenset({self.needs, self.also}) & PERMISSIONS.keys()


def _to(needs: str, *, also: str | None = None, **request: Any) -> Route:
    return Route(needs, request, also)


def _open311(needs: str, *, also: str | None = None, **request: Any) -> Route:
    """A route that speaks GeoReport v2: without a key it answers 403, and errors are a list."""
    return Route(needs, request, also, stranger=403)


def missing(answer: httpx.Response) -> str | None:
    """Return the permission that a refusal names, in either shape; None when it is another answer."""
    if answer.status_code != 403:
        return None
    told = answer.json()
    if isinstance(told, list):
        labels = {f"{en} ({zh})": code for code, (zh, en) in PERMISSIONS.items()}
        return next((code for label, code in labels.items() if label in told[0]["description"]), None)
    found: str | None = told.get("permission")
    return found


ROUTES: dict[str, Route] = {
    # access
    "GET /api/setup": _to("open"),
    "POST /api/setup": _to("open", json={"token": "no", "username": "nobody", "password": "x", "name": "x"}),
    "POST /api/session": _to("open", json={"username": "nobody", "password": "x"}),
    "GET /api/session": _to("person"),
    "DELETE /api/session": _to("person"),
    "POST /api/session/password": _to("person", json={"old": "x", "password": "y"}),
    "GET /api/sessions": _to("signed in"),
    "DELETE /api/sessions/{session_id}": _to("signed in"),
    "GET /api/roles": _to("signed in"),
    "POST /api/password-link": _to("open", json={"token": "no", "password": "x"}),
    "GET /api/sign-in": _to("open"),
    "DELETE /api/sign-in": _to("open"),
    "GET /api/sign-in/ways": _to("open"),
    "GET /api/sign-in/{provider}/start": _to("open"),
    "GET /api/sign-in/{provider}/callback": _to("open"),
    "POST /api/sign-in/code": _to("open", json={"code": "000000"}),
    "POST /api/sign-in/passkey/options": _to("open"),
    "POST /api/sign-in/passkey": _to("open", json={"credential": {}}),
    "POST /api/sign-in/enrol/totp": _to("open"),
    "POST /api/sign-in/enrol/totp/confirm": _to("open", json={"code": "000000"}),
    "POST /api/sign-in/enrol/passkey": _to("open"),
    "POST /api/sign-in/enrol/passkey/confirm": _to("open", json={"credential": {}, "label": "x"}),
    "GET /api/session/security": _to("person"),
    "POST /api/session/prove": _to("person", json={"password": "x"}),
    "POST /api/session/totp": _to("person"),
    "POST /api/session/totp/confirm": _to("person", json={"code": "000000"}),
    "DELETE /api/session/totp": _to("person"),
    "POST /api/session/recovery-codes": _to("person"),
    "POST /api/session/passkeys/options": _to("person"),
    "POST /api/session/passkeys": _to("person", json={"credential": {}, "label": "x"}),
    "PATCH /api/session/passkeys/{passkey_id}": _to("person", json={"label": "x"}),
    "DELETE /api/session/passkeys/{passkey_id}": _to("person"),
    "GET /api/policies": _to("identity.manage"),
    "PUT /api/policies/{role}": _to("identity.manage", json={"second_factor": False}),
    "GET /api/providers": _to("identity.manage", also="accounts.manage"),
    "POST /api/providers": _to("identity.manage", json=_PROVIDER | {"code": "district"}),
    "PUT /api/providers/{code}": _to("identity.manage", json=_PROVIDER),
    "POST /api/providers/{code}/try": _to("identity.manage"),
    "GET /api/strangers": _to("accounts.manage"),
    "GET /api/accounts/{account_id}": _to("accounts.manage", also="grants.manage"),
    "POST /api/accounts/{account_id}/link": _to("accounts.manage"),
    "GET /api/accounts/{account_id}/sessions": _to("accounts.manage"),
    "DELETE /api/accounts/{account_id}/sessions": _to("accounts.manage"),
    "DELETE /api/accounts/{account_id}/sessions/{session_id}": _to("accounts.manage"),
    "GET /api/accounts/{account_id}/links": _to("accounts.manage"),
    "POST /api/accounts/{account_id}/links": _to("accounts.manage", json={"provider": "district", "subject": "x"}),
    "DELETE /api/accounts/{account_id}/links/{link_id}": _to("accounts.manage"),
    "DELETE /api/accounts/{account_id}/second-factor": _to("identity.manage"),
    "GET /api/accounts": _to("accounts.manage", also="grants.manage"),
    "POST /api/accounts": _to(
        "accounts.manage", json={"username": "newcomer", "name": "x", "password": "苏州河边的四季桂花 x"}
    ),
    "POST /api/accounts/{account_id}/disable": _to("accounts.manage"),
    "POST /api/accounts/{account_id}/enable": _to("accounts.manage"),
    "POST /api/accounts/{account_id}/reset": _to("accounts.manage", json={"password": "苏州河边的四季桂花 x"}),
    "GET /api/accounts/{account_id}/grants": _to("grants.manage", also="accounts.manage"),
    "POST /api/accounts/{account_id}/grants": _to("grants.manage", json={"role": "handler"}),
    "DELETE /api/accounts/{account_id}/grants/{holding_id}": _to("grants.manage"),
    "GET /api/keys": _to("keys.manage"),
    "POST /api/keys": _to("keys.manage", json={"application": "a", "purpose": "b", "grants": [{"role": "intake"}]}),
    "DELETE /api/keys/{key_id}": _to("keys.manage"),
    "GET /api/audit": _to("audit.read"),
    # personal data
    "POST /api/reveal": _to(
        "personal.reveal", json={"object": "report", "id": str(NOWHERE), "field": "phone", "reason": "核实地址"}
    ),
    "POST /api/reports/search": _to("personal.search", json={"phone": "13800000000"}),
    "GET /api/looks": _to("audit.read"),
    "GET /api/exports/data-sets": _to("exports.ask"),
    "POST /api/exports": _to("exports.ask", json={"data_set": "cases", "format": "csv"}),
    "GET /api/exports": _to("exports.ask", also="exports.approve"),
    "GET /api/exports/{export_id}": _to("exports.ask", also="exports.approve"),
    "POST /api/exports/{export_id}/approve": _to("exports.approve", json={}),
    "POST /api/exports/{export_id}/refuse": _to("exports.approve", json={"text": "范围过大"}),
    "GET /api/exports/{export_id}/file": _to("exports.ask"),
    "POST /api/erasures": _to("persons.erase", json={"person": str(NOWHERE), "reason": "本人要求"}),
    "GET /api/erasures": _to("persons.erase"),
    "POST /api/erasures/{erasure_id}/consent": _to("persons.erase", json={}),
    "POST /api/erasures/{erasure_id}/refuse": _to("persons.erase", json={"text": "证据保全"}),
    "GET /api/calls": _to(
        "calls.read", also="audit.read", params={"since": "2026-11-16T00:00:00Z", "until": "2026-11-17T00:00:00Z"}
    ),
    "GET /api/calls/unusual": _to("calls.read", also="audit.read"),
    "PUT /api/keys/{key_id}/limit": _to("keys.manage", json={"per_second": 5}),
    # platform
    "GET /api/platform": _to("open"),
    "GET /api/health": _to("open"),
    "GET /healthz": _to("open"),
    "GET /readyz": _to("open"),
    # the tests come from this machine; test_health.py tries the others
    "GET /metrics": _to("open"),
    "GET /ca.crt": _to("open"),
    # calendar
    "GET /api/calendar": _to("matters.read", params={"year": 2026}),
    "PUT /api/calendar/overrides": _to(
        "matters.write", json={"days": [{"date": "2026-12-24", "working": False, "reason": "x"}]}
    ),
    "POST /api/calendar/overrides/restore": _to("matters.write", json={"dates": ["2026-12-24"]}),
    "PUT /api/calendar/hours": _to("matters.write", json={"hours": None}),
    "POST /api/calendar/deadline": _to(
        "matters.read", json={"start": "2026-11-16T02:00:00Z", "value": 2, "unit": "working_hours"}
    ),
    # reports, events
    "POST /api/reports": _to("reports.create", json={"matter": "06002", "text": "垃圾", "place": _POINT}),
    "GET /api/events/waiting": _to("events.read"),
    "GET /api/events/{event_id}": _to("events.read"),
    "POST /api/events/{event_id}/admit": _to("events.triage"),
    "POST /api/events/{event_id}/refuse": _to("events.triage", json={"reason": "other", "text": "x"}),
    "POST /api/events/{event_id}/merge": _to("events.merge", json={"into": str(UUID(int=8))}),
    "POST /api/events/{event_id}/restore": _to("events.merge"),
    "POST /api/events/{event_id}/unmerge": _to("events.merge", json={"report_id": str(NOWHERE), "reason": "x"}),
    # channels
    "GET /api/channels": _to("reports.create", also="channels.manage"),
    "GET /api/channels/{code}": _to("reports.create", also="channels.manage"),
    "GET /api/channels/export": _to("channels.manage"),
    "POST /api/channels/import": _to("channels.manage", json={"rows": []}),
    "POST /api/channels/{code}/end": _to("channels.manage", json={}),
    "POST /api/channels/try": _to("reports.create", also="channels.manage", json={"code": "x", "message": {}}),
    "POST /api/channels/{code}/reports": _to("reports.create", json={"content": "垃圾"}),
    "GET /api/channels/{code}/refused": _to("channels.manage"),
    "POST /api/channels/{code}/refused/{refused_id}/again": _to("channels.manage"),
    "POST /api/channels/{code}/refused/{refused_id}/set-aside": _to("channels.manage"),
    "GET /api/channels/{code}/secrets": _to("keys.manage"),
    "POST /api/channels/{code}/secrets": _to("keys.manage", json={}),
    "DELETE /api/channels/{code}/secrets/{secret_id}": _to("keys.manage"),
    "POST /api/channels/{code}/webhook": _to("open", json={}),
    "POST /api/cloudevents": _to(
        "reports.create",
        json={"x": 1},
        headers={"ce-specversion": "1.0", "ce-id": "1", "ce-source": "/x", "ce-type": "x"},
    ),
    "GET /api/next-doors": _to("events.read", also="reports.create"),
    "GET /api/next-doors/export": _to("channels.manage"),
    "POST /api/next-doors/import": _to("channels.manage", json={"rows": []}),
    "POST /api/next-doors/{code}/end": _to("channels.manage", json={}),
    # Open311
    "GET /open311/v2/discovery.{format}": _to("open"),
    "GET /open311/v2/services.{format}": _to("open"),
    "GET /open311/v2/services/{service_code}.{format}": _to("open"),
    "POST /open311/v2/requests.{format}": _open311(
        "reports.create", data={"service_code": "06002", "lat": "31.25", "long": "121.4", "description": "x"}
    ),
    "GET /open311/v2/requests.{format}": _open311("reports.create", also="events.read"),
    "GET /open311/v2/requests/{service_request_id}.{format}": _open311("reports.create", also="events.read"),
    "GET /open311/v2/tokens/{token}.{format}": _open311("reports.create", also="events.read"),
    # cases
    "GET /api/cases": _to("cases.read"),
    "GET /api/cases/counts": _to("cases.read"),
    "GET /api/cases/{case_id}": _to("cases.read"),
    "GET /api/cases/{case_id}/timeline": _to("cases.read"),
    "GET /api/cases/{case_id}/units": _to("cases.read"),
    "POST /api/cases/{case_id}/claim": _to("cases.claim"),
    "POST /api/cases/{case_id}/release": _to("cases.claim"),
    "POST /api/cases/{case_id}/confirm": _to("cases.confirm", json={"passed": True}),
    "POST /api/cases/{case_id}/dispatch": _to("cases.dispatch", json={}),
    "POST /api/cases/{case_id}/redispatch": _to("cases.dispatch", json={"unit": str(NOWHERE), "reason": "x"}),
    "POST /api/cases/{case_id}/receive": _to("cases.receive", json={}),
    "POST /api/cases/{case_id}/return": _to("cases.return", json={"reason": "x"}),
    "POST /api/cases/{case_id}/handle": _to("cases.handle", json={"text": "x"}),
    "POST /api/cases/{case_id}/check": _to("cases.check", json={"passed": True}),
    "POST /api/cases/{case_id}/close": _to("cases.close", json={}),
    "POST /api/cases/{case_id}/void": _to("cases.void", json={"reason": "x"}),
    # history
    "POST /api/history/batches": _to("history.import", params={"system": "old"}),
    "GET /api/history/batches": _to("history.import"),
    "GET /api/history/batches/{batch_id}": _to("history.import"),
    "POST /api/history/batches/{batch_id}/parts/{number}": _to("history.import"),
    "GET /api/history/batches/{batch_id}/complaints": _to("history.import"),
    "POST /api/history/batches/{batch_id}/check": _to("history.import"),
    "POST /api/history/batches/{batch_id}/commit": _to("history.import"),
    # command
    "GET /api/command/rosters": _to("rosters.read"),
    "POST /api/command/rosters": _to("rosters.write", json={"unit": str(NOWHERE), **_SHIFT}),
    "GET /api/command/rosters/{roster_id}": _to("rosters.read"),
    "PUT /api/command/rosters/{roster_id}/shifts": _to("rosters.write", json={"shifts": []}),
    "POST /api/command/rosters/{roster_id}/copy-week": _to(
        "rosters.write", json={"source": "2026-11-16T00:00Z", "target": "2026-11-23T00:00Z"}
    ),
    "GET /api/command/rosters/{roster_id}/problems": _to("rosters.read"),
    "POST /api/command/rosters/{roster_id}/publish": _to("rosters.write", json={}),
    "POST /api/command/rosters/{roster_id}/drop": _to("rosters.write"),
    "GET /api/command/rosters/{roster_id}/csv": _to("rosters.read"),
    "POST /api/command/rosters/{roster_id}/csv": _to("rosters.write", json={"csv": "post,staff,starts,ends"}),
    "GET /api/command/swaps": _to("duty.attend"),
    "POST /api/command/swaps": _to("duty.attend", json={"shift": str(NOWHERE), "to": str(NOWHERE), "reason": "x"}),
    "POST /api/command/swaps/{swap_id}/{verb}": _to("duty.attend"),
    "POST /api/command/sign-in": _to("duty.attend", json={}),
    "POST /api/command/sign-out": _to("duty.attend", json={}),
    "GET /api/command/attendance": _to("attendance.read", params=_SPAN),
    "POST /api/command/attendance/import": _to("history.import", json={"system": "x", "rows": []}),
    "POST /api/command/tracks": _to("duty.attend", json={"at": ["2026-11-16T02:00Z"], "lon": [121.4], "lat": [31.2]}),
    "GET /api/command/attendance/{attendance_id}/track": _to("duty.attend"),
    "POST /api/command/attendance/{attendance_id}/track": _to("tracks.read", json={"reason": "x"}),
    "GET /api/command/log": _to("duty.log"),
    "POST /api/command/log": _to("duty.log", json={"unit": str(NOWHERE), "kind": "other", "text": "x"}),
    "GET /api/command/log/{entry_id}": _to("duty.log"),
    "POST /api/command/log/{entry_id}/settle": _to("duty.log"),
    "POST /api/command/log/{entry_id}/caller": _to("personal.reveal", json={"reason": "x"}),
    "GET /api/command/handovers": _to("duty.log"),
    "POST /api/command/handovers": _to("duty.log", json={"unit": str(NOWHERE)}),
    "GET /api/command/handovers/{handover_id}": _to("duty.log"),
    "POST /api/command/handovers/{handover_id}/take": _to("duty.log"),
    "POST /api/command/handovers/{handover_id}/withdraw": _to("duty.log"),
    "GET /api/command/orders": _to("orders.read"),
    "POST /api/command/orders": _to(
        "orders.give",
        json={"title": "x", "text": "x", "to_kind": "unit", "to": str(NOWHERE), "unit": str(NOWHERE)},
    ),
    "POST /api/command/cases/{case_id}/expedite": _to("cases.expedite", json={"kind": "prompt", "text": "x"}),
    "GET /api/command/orders/{order_id}": _to("orders.read"),
    "POST /api/command/orders/{order_id}/receive": _to("orders.answer"),
    "POST /api/command/orders/{order_id}/done": _to("orders.answer", json={"feedback": "x"}),
    "POST /api/command/orders/{order_id}/cancel": _to("orders.give", json={"reason": "x"}),
    "GET /api/command/warnings": _to("warnings.read"),
    "POST /api/command/warnings": _to(
        "warnings.issue",
        json={
            **{"hazard": "x", "level": "blue", "title": "x", "text": "x", "source": "x", "area": [str(NOWHERE)]},
            **{"valid_from": "2026-11-16T02:00Z", "valid_to": "2026-11-17T02:00Z"},
        },
    ),
    "GET /api/command/warnings/{warning_id}": _to("warnings.read"),
    "GET /api/command/warnings/{warning_id}/receipts": _to("warnings.read"),
    "POST /api/command/warnings/{warning_id}/receive": _to("orders.answer", json={"unit": str(NOWHERE)}),
    "POST /api/command/warnings/{warning_id}/lift": _to("warnings.issue"),
    # evaluation
    "GET /api/evaluation/figures": _to("evaluation.read", params=_SPAN),
    "GET /api/evaluation/cases": _to("evaluation.read", params={**_SPAN, "figure": "closing_rate"}),
    # files: without files.read one sees what one uploaded oneself, so a stranger's photo is not found
    "POST /api/files": _to("files.write", files={"file": ("x.jpg", b"\xff\xd8\xff")}),
    "GET /api/files/{file_id}": _to("signed in"),
    "GET /api/files/{file_id}/thumb": _to("signed in"),
    # matters
    "GET /api/matters": _to("matters.read"),
    "GET /api/matters/older": _to("matters.read"),
    "GET /api/matters/components": _to("matters.read"),
    "GET /api/matters/export": _to("matters.read"),
    "GET /api/matters/{code}": _to("matters.read"),
    "POST /api/matters/suggest": _to("matters.read", json={"text": "路灯不亮"}),
    "POST /api/matters/import": _to("matters.write", json={"rows": [], "note": "x"}),
    "GET /api/responsibility": _to("matters.read"),
    "POST /api/responsibility": _to("matters.write", json={"rows": []}),
    "POST /api/responsibility/{duty_id}/end": _to("matters.write", json={}),
    # notices: one's own
    "GET /api/notices": _to("notices.read"),
    "POST /api/notices/{notice_id}/read": _to("notices.read"),
    "POST /api/notices/read": _to("notices.read"),
    "GET /api/notices/preferences": _to("notices.read"),
    "PUT /api/notices/preferences": _to("notices.read", json={}),
    "PUT /api/notices/contacts/{kind}": _to("notices.read", json={"address": "someone@example.org"}),
    "DELETE /api/notices/contacts/{kind}": _to("notices.read"),
    "PUT /api/notices/quiet/{post_id}": _to("people.write", json={"quiet": None}),
    # carriers, the outbox, webhooks
    "GET /api/carriers": _to("platform.settings"),
    "PUT /api/carriers/{code}": _to("platform.settings", json={"kind": "sms", "settings": {}}),
    "POST /api/carriers/{code}/test": _to("platform.settings"),
    "GET /api/outbox": _to("platform.settings"),
    "POST /api/outbox/{message_id}/retry": _to("platform.settings"),
    "POST /api/outbox/{message_id}/cancel": _to("platform.settings"),
    "POST /api/receipts/{carrier}": _to("open"),
    "GET /api/webhooks": _to("keys.manage"),
    "POST /api/webhooks": _to(
        "keys.manage",
        json={"application": "a", "purpose": "b", "url": "https://x.example", "types": ["case.filed"]},
    ),
    "POST /api/webhooks/{webhook_id}/rotate": _to("keys.manage"),
    "POST /api/webhooks/{webhook_id}/resume": _to("keys.manage"),
    "DELETE /api/webhooks/{webhook_id}": _to("keys.manage"),
    # one search over the rooms: each kind asks for its own
    "GET /api/search": _to("cases.read", params={"q": "路灯", "kinds": "cases"}),
    # people
    "GET /api/organisations": _to("people.read", also="grants.manage"),
    "GET /api/organisations/{organisation_id}": _to("people.read"),
    "POST /api/organisations/import": _to("people.write", json={"rows": []}),
    "POST /api/posts/import": _to("people.write", json={"rows": []}),
    "POST /api/staff/import": _to("people.write", json={"rows": []}),
    "POST /api/staff/{staff_id}/mobile": _to("personal.reveal", json={"reason": "x"}),
    "GET /api/on-duty": _to("people.read", params={"unit": str(NOWHERE)}),
    "POST /api/rosters": _to(
        "people.write",
        json={"shifts": [{"post_id": str(NOWHERE), "starts": "2026-11-16T02:00Z", "ends": "2026-11-16T03:00Z"}]},
    ),
    "GET /api/phone-book": _to("people.read", params={"q": "x"}),
    # places
    "GET /api/jurisdictions": _to("places.read"),
    "POST /api/jurisdictions": _to(
        "places.write", json={"code": "310107005002", "name": "x", "level": "neighbourhood"}
    ),
    "POST /api/jurisdictions/{jurisdiction_id}/move": _to("places.write", json={"parent_id": str(NOWHERE)}),
    "POST /api/jurisdictions/{jurisdiction_id}/rename": _to("places.write", json={"name": "x"}),
    "POST /api/jurisdictions/{jurisdiction_id}/end": _to("places.write", json={}),
    "GET /api/map/boundaries": _to("places.read", params={"level": "street"}),
    "GET /api/map/features": _to(
        "places.read", params={"kind": "road", "west": 121, "south": 31, "east": 121.1, "north": 31.1}
    ),
    "POST /api/places/locate": _to("places.read", json=_POINT),
    "POST /api/places/import/boundaries": _to(
        "places.import", json={"source": "x", "geojson": _MAP, "level": "street"}
    ),
    "POST /api/places/import/grid": _to("places.import", json={"source": "x", "geojson": _MAP, "system": "police"}),
    "POST /api/places/import/features": _to("places.import", json={"source": "x", "geojson": _MAP, "kind": "road"}),
    "POST /api/places/import/addresses": _to("places.import", json={"source": "x", "rows": [{"text": "x"}]}),
    "POST /api/places/import/counts": _to(
        "places.import",
        json={
            "source": "x",
            "rows": [{"jurisdiction": "310107", "measure": "x", "since": "2026-01-01", "value": 1}],
        },
    ),
    "GET /api/addresses": _to("places.read", params={"q": "x"}),
    "POST /api/addresses/{address_id}/end": _to("places.write", json={}),
    "GET /api/places/counts": _to("places.read"),
    "GET /api/places/measures": _to("places.read"),
    "GET /api/places/grid-systems": _to("places.read"),
    "POST /api/places/grid-systems": _to("places.write", json={"code": "river", "zh": "河长"}),
    # federation
    "GET /api/federation/identity": _to("federation.manage"),
    "GET /api/federation/peers": _to("federation.manage", also="cases.hand_over"),
    "PUT /api/federation/peers/{name}": _to("federation.manage", json=_PEER),
    "GET /api/federation/cases/{case_id}": _to("cases.read"),
    "POST /api/federation/cases/{case_id}/hand-over": _to("cases.hand_over", json={"platform": "x", "reason": "x"}),
    "POST /api/federation/cases/{case_id}/recall": _to("cases.hand_over", json={"reason": "x"}),
    "POST /api/federation/inbox": _to(
        "federation.exchange",
        json={"platform": "x", "id": str(NOWHERE), "seq": 1, "kind": "x", "sealed": "", "signature": ""},
    ),
    # scenarios
    "GET /api/scenarios": _to("cases.read", also="scenarios.manage"),
    "POST /api/scenarios/{name}/on": _to("scenarios.manage", json={}),
    "POST /api/scenarios/{name}/off": _to("scenarios.manage"),
    "GET /api/scenarios/{name}/pages/{page}": _to("cases.read"),
    "GET /api/scenarios/{name}/layers/{layer}": _to("cases.read"),
    # hotline
    "POST /api/hotline/orders": _to(
        "reports.create", json={"number": "1", "kind": "投诉", "text": "垃圾", "place": _POINT}
    ),
    "GET /api/hotline/orders": _to("cases.read"),
    "GET /api/hotline/orders/{order_id}": _to("cases.read"),
    "POST /api/hotline/orders/{order_id}/first-contact": _to(
        "hotline.contact", json={"way": "phone", "reached": False}
    ),
    "POST /api/hotline/orders/{order_id}/return": _to("hotline.return", json={"reason": "other", "text": "x"}),
    "POST /api/hotline/orders/{order_id}/extend": _to("hotline.rule", json={"reason": "x"}),
    "POST /api/hotline/orders/{order_id}/answer": _to("hotline.answer", json={"text": "x", "resolution": "solved"}),
    "POST /api/hotline/orders/{order_id}/callback": _to("hotline.import", json={"satisfaction": "fair"}),
    "GET /api/hotline/figures": _to(
        "evaluation.read", params={"since": "2026-11-01T00:00:00Z", "until": "2026-12-01T00:00:00Z"}
    ),
    "GET /api/hotline/rules": _to("matters.read"),
    "GET /api/hotline/mappings": _to("matters.read"),
    "POST /api/hotline/declarations": _to("matters.write", json={"kind": "hotline_rules", "toml": "x"}),
    "GET /api/hotline/imports": _to("hotline.import"),
    "POST /api/hotline/imports": _to("hotline.import", files={"file": ("x.csv", b"x")}),
    "GET /api/hotline/imports/{import_id}": _to("hotline.import"),
    "GET /api/hotline/imports/{import_id}/report": _to("hotline.import"),
    # letters
    "GET /api/mail/waiting": _to("events.triage"),
    "POST /api/mail/{message_id}/report": _to("events.triage", json={"matter": "06002", "place": _POINT}),
    "POST /api/mail/{message_id}/dismiss": _to("events.triage", json={"reason": "x"}),
    # residents: everyone, by a link of their own
    "POST /api/residents/reports": _to("open", json={"text": "垃圾", "place": _POINT}),
    "POST /api/residents/photos": _to("open", files={"file": ("x.jpg", b"x")}),
    "GET /api/residents/nearby": _to("open", params=_POINT),
    "POST /api/residents/nearby/{number}/join": _to("open", json={}),
    "POST /api/residents/lookup": _to("open", json={"number": "x", "digits": "0000"}),
    "GET /api/residents/follow/{token}": _to("open"),
    "POST /api/residents/follow/{token}/comments": _to("open", json={"text": "x"}),
    "POST /api/residents/follow/{token}/rating": _to("open", json={"score": "fair"}),
    "GET /api/residents/follow/{token}/photos/{photo_id}": _to("open"),
    "GET /api/residents/ratings/{case_id}": _to("cases.read"),
}
