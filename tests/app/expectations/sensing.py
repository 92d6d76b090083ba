"""Who may use the routes of devices and their readings."""

from tests.app.expectations.route import NOWHERE, Route, to

_DEVICE = {"code": "X1", "class_code": "SMK"}
_STRANGER = {"source": "http", "external_id": "x"}
_SPAN = {"metric": "fire", "since": "2026-11-01T00:00:00Z", "until": "2026-11-02T00:00:00Z"}
_STREAM = {"key_id": str(NOWHERE), "name": "x", "way": "webhook", "address": "https://example.com/hear"}

ROUTES: dict[str, Route] = {
    "GET /api/device-classes": to("devices.read"),
    "GET /api/device-classes/export": to("devices.read"),
    "POST /api/device-classes/import": to("devices.manage", json={"rows": [], "dry_run": True}),
    "POST /api/devices/{device_id}/commands": to("devices.command", json={"kind": "set_time"}),
    "GET /api/devices/{device_id}/commands": to("devices.read"),
    "GET /api/device-commands/{command_id}": to("devices.read"),
    "POST /api/device-commands/{command_id}/withdraw": to("devices.command"),
    "PUT /api/devices/{device_id}/cipher": to("devices.write", json={"sm4": None}),
    "GET /api/inspections/due": to("devices.inspect"),
    "GET /api/inspections/plans": to("devices.read"),
    "PUT /api/inspections/plans": to("devices.write", json={"class_code": "BIN", "every_days": 30}),
    "POST /api/devices/{device_id}/inspections": to("devices.inspect", json={"outcome": "in_order"}),
    "GET /api/devices/{device_id}/inspections": to("devices.read"),
    "GET /api/device-figures": to("devices.read"),
    "GET /api/device-figures/export": to("devices.read"),
    "GET /api/reading-streams": to("keys.manage"),
    "POST /api/reading-streams": to("keys.manage", json=_STREAM),
    "POST /api/reading-streams/{share_id}/pause": to("keys.manage"),
    "POST /api/reading-streams/{share_id}/resume": to("keys.manage"),
    "DELETE /api/reading-streams/{share_id}": to("keys.manage"),
    "GET /api/device-pushes": to("devices.manage"),
    "GET /api/device-pushes/export": to("devices.manage"),
    "POST /api/device-pushes/import": to("devices.manage", json={"rows": [], "dry_run": True}),
    "POST /api/device-pushes/{code}/secret": to("devices.manage"),
    "POST /api/device-pushes/{code}/end": to("devices.manage"),
    "GET /api/devices": to("devices.read"),
    "POST /api/devices": to("devices.write", json=_DEVICE),
    "GET /api/devices/figures": to("devices.read"),
    "GET /api/devices/strangers": to("devices.write"),
    "POST /api/devices/strangers/adopt": to("devices.write", json=_STRANGER | {"device": _DEVICE}),
    "POST /api/devices/strangers/refuse": to("devices.write", json=_STRANGER),
    "GET /api/devices/export": to("devices.read"),
    "POST /api/devices/import": to("devices.write", content=b"code,class_code\n"),
    "GET /api/devices/{device_id}": to("devices.read"),
    "PUT /api/devices/{device_id}": to("devices.write", json=_DEVICE),
    "POST /api/devices/{device_id}/state": to("devices.write", json={"state": "fault"}),
    "GET /api/devices/{device_id}/chart": to("devices.read", params=_SPAN),
    "POST /api/readings/import": to("readings.import", content=b"device,time,value\n"),
    "GET /api/readings/latest": to("devices.read"),
    "GET /api/readings/noisy": to("devices.read", params={"day": "2026-11-15"}),
}
