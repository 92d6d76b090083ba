"""Who may use the routes of jurisdictions, map, addresses, counts."""

from tests.app.expectations.route import NOWHERE, POINT, Route, to

_MAP = {"type": "FeatureCollection", "features": []}
_WINDOW = {"west": 121, "south": 31, "east": 121.1, "north": 31.1, "zoom": 12}

ROUTES: dict[str, Route] = {
    "GET /api/jurisdictions": to("places.read"),
    "POST /api/jurisdictions": to("places.write", json={"code": "310107005002", "name": "x", "level": "neighbourhood"}),
    "POST /api/jurisdictions/{jurisdiction_id}/move": to("places.write", json={"parent_id": str(NOWHERE)}),
    "POST /api/jurisdictions/{jurisdiction_id}/rename": to("places.write", json={"name": "x"}),
    "POST /api/jurisdictions/{jurisdiction_id}/end": to("places.write", json={}),
    "GET /api/map/boundaries": to("places.read", params={"level": "street"}),
    "GET /api/map/features": to(
        "places.read", params={"kind": "road", "west": 121, "south": 31, "east": 121.1, "north": 31.1}
    ),
    "GET /api/map/layers": to("signed in"),
    "GET /api/map/cases": to("cases.read", also="wall.read", params=_WINDOW),
    "GET /api/map/devices": to("devices.read", also="wall.read", params=_WINDOW),
    "GET /api/map/alarms": to("alarms.read", also="wall.read", params=_WINDOW),
    "GET /api/map/forces": to("attendance.read", also="wall.read"),
    "GET /api/wall": to("wall.read"),
    "GET /api/wall/figures": to("wall.read"),
    "GET /api/wall/cases/{case_id}": to("wall.read"),
    "POST /api/places/locate": to("places.read", json=POINT),
    "POST /api/places/import/boundaries": to("places.import", json={"source": "x", "geojson": _MAP, "level": "street"}),
    "POST /api/places/import/grid": to("places.import", json={"source": "x", "geojson": _MAP, "system": "police"}),
    "POST /api/places/import/features": to("places.import", json={"source": "x", "geojson": _MAP, "kind": "road"}),
    "POST /api/places/import/addresses": to("places.import", json={"source": "x", "rows": [{"text": "x"}]}),
    "POST /api/places/import/counts": to(
        "places.import",
        json={
            "source": "x",
            "rows": [{"jurisdiction": "310107", "measure": "x", "since": "2026-01-01", "value": 1}],
        },
    ),
    "GET /api/addresses": to("places.read", params={"q": "x"}),
    "POST /api/addresses/{address_id}/end": to("places.write", json={}),
    "GET /api/places/counts": to("places.read"),
    "GET /api/places/measures": to("places.read"),
    "GET /api/places/grid-systems": to("places.read"),
    "POST /api/places/grid-systems": to("places.write", json={"code": "river", "zh": "河长"}),
}
