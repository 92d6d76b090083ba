"""The answers of GeoReport v2 as JSON schemas, written from its specification.

The schemas published at github.com/open311/schema-validation (schema/georeport-v2) bear no licence, so they are not
copied here; the answers are checked against them too where YIWANG_OPEN311_SCHEMAS names a folder that holds them. What
they ask for is asked for here too, and more: no field that the specification does not name, strings that are strings.
"""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs

TEXT = {"type": "string", "minLength": 1}
MAYBE = {"type": ["string", "null"]}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
MAYBE_MOMENT = {"anyOf": [MOMENT, {"type": "null"}]}


def _closed(needed: list[str], /, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": needed, "properties": properties, "additionalProperties": False}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


SERVICE = _closed(
    ["service_code", "service_name", "metadata", "type"],
    service_code=TEXT,
    service_name=TEXT,
    description=MAYBE,
    metadata={"type": "boolean"},
    type={"enum": ["realtime", "batch", "blackbox"]},
    keywords=MAYBE,
    group=MAYBE,
)
SERVICES = _list(SERVICE)
VALUE = _closed(["key", "name"], key=TEXT, name=TEXT)
ATTRIBUTE = _closed(
    ["variable", "code", "datatype", "required"],
    variable={"type": "boolean"},
    code=TEXT,
    datatype={"enum": ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]},
    required={"type": "boolean"},
    datatype_description=MAYBE,
    order={"type": ["integer", "null"]},
    description=MAYBE,
    values=_list(VALUE),
)
DEFINITION = _closed(["service_code", "attributes"], service_code=TEXT, attributes=_list(ATTRIBUTE))
CREATED = _list(
    _closed(["service_request_id"], service_request_id=TEXT, service_notice=MAYBE, account_id={"type": "null"})
)
TOKENS = _list(_closed(["service_request_id", "token"], service_request_id=TEXT, token=TEXT))
REQUEST = _closed(
    ["service_request_id", "status", "service_code", "requested_datetime"],
    service_request_id=TEXT,
    status={"enum": ["open", "closed"]},
    status_notes=MAYBE,
    service_name=MAYBE,
    service_code=TEXT,
    description={"type": ["string", "null"], "maxLength": 4000},
    agency_responsible=MAYBE,
    service_notice=MAYBE,
    requested_datetime=MOMENT,
    updated_datetime=MAYBE_MOMENT,
    expected_datetime=MAYBE_MOMENT,
    address=MAYBE,
    address_id=MAYBE,
    zipcode=MAYBE,
    lat={"type": ["number", "null"], "minimum": -90, "maximum": 90},
    long={"type": ["number", "null"], "minimum": -180, "maximum": 180},
    media_url=MAYBE,
)
REQUESTS = _list(REQUEST)
ERRORS = {**_list(_closed(["code", "description"], code={"type": "integer"}, description=TEXT)), "minItems": 1}

_PUBLISHED = {id(SERVICES): "services", id(DEFINITION): "service-definition", id(REQUESTS): "requests"}


def check(schema: dict[str, Any], told: Any) -> None:
    """Fail where an answer does not fit a schema of ours, or the published one of the same name."""
    jsonschema_rs.validator_for(schema).validate(told)
    folder, name = os.environ.get("YIWANG_OPEN311_SCHEMAS"), _PUBLISHED.get(id(schema))
    if folder and name:
        jsonschema_rs.validator_for(_published(Path(folder), f"{name}.json")).validate(told)


def _published(folder: Path, name: str) -> Any:
    """Return a published schema with those it refers to put in; nothing is fetched from anywhere."""
    return _put_in(folder, json.loads((folder / name).read_text("utf-8")))


def _put_in(folder: Path, part: Any) -> Any:
    if isinstance(part, list):
        return [_put_in(folder, each) for each in part]
    if not isinstance(part, dict):
        return part
    if str(part.get("$ref", "")).endswith(".json"):
        return _published(folder, part["$ref"])
    return {name: _put_in(folder, each) for name, each in part.items() if name not in ("$schema", "id", "$id")}
