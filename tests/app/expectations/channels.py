"""Who may use the routes of the doors reports come in by."""

from tests.app.expectations.route import POINT, Route, open311, to

ROUTES: dict[str, Route] = {
    # channels
    "GET /api/channels": to("reports.create", also="channels.manage"),
    "GET /api/channels/{code}": to("reports.create", also="channels.manage"),
    "GET /api/channels/export": to("channels.manage"),
    "POST /api/channels/import": to("channels.manage", json={"rows": []}),
    "POST /api/channels/{code}/end": to("channels.manage", json={}),
    "POST /api/channels/try": to("reports.create", also="channels.manage", json={"code": "x", "message": {}}),
    "POST /api/channels/{code}/reports": to("reports.create", json={"content": "垃圾"}),
    "GET /api/channels/{code}/refused": to("channels.manage"),
    "POST /api/channels/{code}/refused/{refused_id}/again": to("channels.manage"),
    "POST /api/channels/{code}/refused/{refused_id}/set-aside": to("channels.manage"),
    "GET /api/channels/{code}/secrets": to("keys.manage"),
    "POST /api/channels/{code}/secrets": to("keys.manage", json={}),
    "DELETE /api/channels/{code}/secrets/{secret_id}": to("keys.manage"),
    "POST /api/channels/{code}/webhook": to("open", json={}),
    "POST /api/cloudevents": to(
        "reports.create",
        json={"x": 1},
        headers={"ce-specversion": "1.0", "ce-id": "1", "ce-source": "/x", "ce-type": "x"},
    ),
    "GET /api/next-doors": to("events.read", also="reports.create"),
    "GET /api/next-doors/export": to("channels.manage"),
    "POST /api/next-doors/import": to("channels.manage", json={"rows": []}),
    "POST /api/next-doors/{code}/end": to("channels.manage", json={}),
    # Open311
    "GET /open311/v2/discovery.{format}": to("open"),
    "GET /open311/v2/services.{format}": to("open"),
    "GET /open311/v2/services/{service_code}.{format}": to("open"),
    "POST /open311/v2/requests.{format}": open311(
        "reports.create", data={"service_code": "06002", "lat": "31.25", "long": "121.4", "description": "x"}
    ),
    "GET /open311/v2/requests.{format}": open311("reports.create", also="events.read"),
    "GET /open311/v2/requests/{service_request_id}.{format}": open311("reports.create", also="events.read"),
    "GET /open311/v2/tokens/{token}.{format}": open311("reports.create", also="events.read"),
    # letters
    "GET /api/mail/waiting": to("events.triage"),
    "POST /api/mail/{message_id}/report": to("events.triage", json={"matter": "06002", "place": POINT}),
    "POST /api/mail/{message_id}/dismiss": to("events.triage", json={"reason": "x"}),
}
