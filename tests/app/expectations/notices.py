"""Who may use the routes of inbox, carriers, outbox, webhooks."""

from tests.app.expectations.route import Route, to

ROUTES: dict[str, Route] = {
    # notices: one's own
    "GET /api/notices": to("notices.read"),
    "POST /api/notices/{notice_id}/read": to("notices.read"),
    "POST /api/notices/read": to("notices.read"),
    "GET /api/notices/preferences": to("notices.read"),
    "PUT /api/notices/preferences": to("notices.read", json={}),
    "PUT /api/notices/contacts/{kind}": to("notices.read", json={"address": "someone@example.org"}),
    "DELETE /api/notices/contacts/{kind}": to("notices.read"),
    "PUT /api/notices/quiet/{post_id}": to("people.write", json={"quiet": None}),
    # carriers, the outbox, webhooks
    "GET /api/carriers": to("platform.settings"),
    "PUT /api/carriers/{code}": to("platform.settings", json={"kind": "sms", "settings": {}}),
    "POST /api/carriers/{code}/test": to("platform.settings"),
    "GET /api/outbox": to("platform.settings"),
    "POST /api/outbox/{message_id}/retry": to("platform.settings"),
    "POST /api/outbox/{message_id}/cancel": to("platform.settings"),
    "POST /api/receipts/{carrier}": to("open"),
    "GET /api/webhooks": to("keys.manage"),
    "POST /api/webhooks": to(
        "keys.manage",
        json={"application": "a", "purpose": "b", "url": "https://x.example", "types": ["case.filed"]},
    ),
    "POST /api/webhooks/{webhook_id}/rotate": to("keys.manage"),
    "POST /api/webhooks/{webhook_id}/resume": to("keys.manage"),
    "DELETE /api/webhooks/{webhook_id}": to("keys.manage"),
}
