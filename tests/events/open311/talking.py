"""Talking GeoReport v2: a request, how it is sent and asked for, and what its answers have to be."""

import xml.etree.ElementTree as ET
from typing import Any
from urllib.parse import urlencode

import httpx
from tests.app.visitors import Visitor
from tests.events.open311 import schemas

V2 = "/open311/v2"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
LITTER = "06011"
REQUEST = {
    "jurisdiction_id": "310107",
    "service_code": LITTER,
    "lat": "31.2401",
    "long": "121.4032",
    "address_string": "曹杨路 1 号",
    "description": "路口积存垃圾，请打 13812345678 或写信 li@example.org",
    "first_name": "四",
    "last_name": "李",
    "phone": "13912345678",
    "email": "li@example.org",
}


def key_of(visitor: Visitor) -> str:
    return visitor.headers["Authorization"].removeprefix("Bearer ")


async def post(visitor: Visitor, form: str = "json", body: Any = None, **change: Any) -> httpx.Response:
    fields = {name: value for name, value in {**REQUEST, **change}.items() if value is not None}
    content = body if body is not None else urlencode({**fields, "api_key": key_of(visitor)}, doseq=True)
    return await visitor.client.post(f"{V2}/requests.{form}", content=content, headers=FORM)


async def get(visitor: Visitor, path: str, **params: Any) -> httpx.Response:
    return await visitor.client.get(f"{V2}/{path}", params={**params, "api_key": key_of(visitor)})


def fits(schema: dict[str, Any], answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    schemas.check(schema, answer.json())
    return answer.json()


def document(answer: httpx.Response, root: str, status: int = 200) -> ET.Element:
    """Return the root element of an XML answer."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    found = ET.fromstring(answer.content)
    assert found.tag == root
    return found


def fields_of(element: ET.Element) -> dict[str, str | None]:
    return {child.tag: child.text for child in element}
