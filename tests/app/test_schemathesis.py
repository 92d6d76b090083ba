"""Requests made up from the OpenAPI document: whatever comes, no answer is our mistake and each has its shape."""

import json
import os
from pathlib import Path
from typing import Any
from zlib import crc32

import hypothesis
import pytest
import schemathesis
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests import serving
from tests.serving import Served

# Tables are sent as they are made up: bytes that are hardly ever a table.
schemathesis.serializer.alias(["application/x-ndjson", "application/jsonl"], "application/octet-stream")
schemathesis.serializer.alias(
    ["application/vnd.apache.parquet", "application/vnd.apache.arrow.stream"], "application/octet-stream"
)
EXAMPLES = int(os.environ.get("YIWANG_EXAMPLES", "5"))  # for each operation; more in `make soak`
# The 44 edges of each operation, one by one, take as long as a quarter of all tests: they are for `make soak`.
CONFIG = schemathesis.Config.from_dict({"phases": {"coverage": {"enabled": EXAMPLES > 5}}})
# What the web is made from; tests/browser/test_types.py sees that it is the document of today.
DOCUMENT = json.loads((Path(__file__).parents[2] / "web" / "openapi.json").read_bytes())
# The stream has no end: tests/app/test_stream.py reads it.
schema: Any = schemathesis.openapi.from_dict(DOCUMENT, config=CONFIG).exclude(path="/api/stream")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="session")
def keys(served: Served) -> dict[str, dict[str, str]]:
    return serving.keys_of(served)


@pytest.fixture(scope="session")
def known(served: Served, keys: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Ids that are really there, by the name a path has for them: made-up ones go no deeper than "not found"."""
    with served.client() as client:

        def ids(path: str, by: str = "all", field: str = "id") -> list[str]:
            return [str(item[field]) for item in client.get(path, headers=keys[by]).json()["items"]]

        cases = ids("/api/cases?limit=50")
        return {
            "case_id": cases,
            "event_id": cases,
            "organisation_id": ids("/api/organisations"),
            "jurisdiction_id": ids("/api/jurisdictions")[-20:],
            "duty_id": ids("/api/responsibility"),
            "account_id": ids("/api/accounts", "system_admin")[-1:],
            "code": ids("/api/matters", field="code"),
        }


def who(path: str) -> str:
    """Who may ask at this address: the three administrators keep theirs to themselves."""
    if path.startswith("/api/audit"):
        return "audit_admin"
    if path.startswith("/api/keys") or path.endswith("/grants"):
        return "security_admin"
    return "system_admin" if path.startswith("/api/accounts") else "all"


@schema.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
def test_no_request_makes_the_platform_fail(
    case: Case, served: Served, keys: dict[str, dict[str, str]], known: dict[str, list[str]]
) -> None:
    make_it_meet_something(case, known)
    headers = dict(keys[who(case.path)])
    case.headers = {name: value for name, value in (case.headers or {}).items() if name.lower() != "authorization"}
    if session := headers.pop("Cookie", None):
        case.cookies = {**(case.cookies or {}), "yiwang_session": session.partition("=")[2]}
    # Each route from an address of its own (RFC 5737): what one may do in an hour is soon used up.
    case.headers.update(headers | {"X-Forwarded-For": f"192.0.2.{crc32(case.path.encode()) % 256}"})
    answer = case.call(base_url=served.base_url, timeout=60)
    case.validate_response(answer, checks=CHECKS)


def make_it_meet_something(case: Case, known: dict[str, list[str]]) -> None:
    """Put ids and codes that are there in the place of made-up ones of the right length."""
    for name, made_up in (case.path_parameters or {}).items():
        if name in known and len(str(made_up)) in (5, 36):
            case.path_parameters[name] = known[name][crc32(str(made_up).encode()) % len(known[name])]
    if case.path == "/api/reports" and isinstance(case.body, dict) and isinstance(case.body.get("place"), dict):
        case.body |= {"matter": "06002", "channel": "desk", "photos": []}
        case.body["place"] |= {"datum": "CGCS2000", "lon": 121.4, "lat": 31.25, "address_id": None}
