"""The doors of Open311: the API key comes as api_key, and every refusal leaves as GeoReport v2 has it."""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import parse_qsl

import psycopg
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from yiwang.access.door import MIB, Door, OpenDoor
from yiwang.base.errors import Invalid, NotSignedIn, Refusal, TooLarge
from yiwang.events.open311.rendering import errors

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
_LARGEST = MIB
_MOST_FIELDS = 200
_ERRORS_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["code", "description"],
        "properties": {"code": {"type": "integer"}, "description": {"type": "string"}},
    },
}


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI `responses` of these errors."""
    content: dict[str, Any] = {"application/json": {"schema": _ERRORS_SCHEMA}, "text/xml": {}}
    return {status: {"description": "Errors as GeoReport v2 has them", "content": content} for status in statuses}


class KeyDoor(Door):
    """A route for those with an API key: `api_key` in the query or the form, or the header of every other route."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        settings["responses"] = described(400, 401, 403, 404, 409, 413, 422, 429) | (settings.get("responses") or {})
        super().__init__(path, endpoint, **settings)

    def get_route_handler(self) -> Handler:
        """Wrap the door in the bringing of the key and the shape of refusals."""
        handle = super().get_route_handler()

        async def enter(request: Request) -> Response:
            try:
                return await handle(await _with_key(request))
            except _EXPECTED as refusal:
                return refused(request, refusal)

        return enter


class FreeDoor(OpenDoor):
    """A route for everyone, with the shape of refusals of GeoReport v2."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        settings["responses"] = described(400, 403, 404, 409, 413, 422, 429) | (settings.get("responses") or {})
        super().__init__(path, endpoint, **settings)

    def get_route_handler(self) -> Handler:
        """Wrap the door in the shape of refusals."""
        handle = super().get_route_handler()

        async def enter(request: Request) -> Response:
            try:
                return await handle(request)
            except _EXPECTED as refusal:
                return refused(request, refusal)

        return enter


_EXPECTED = (Refusal, RequestValidationError, HTTPException, psycopg.DataError)


def refused(request: Request, refusal: Exception) -> Response:
    """Return a refusal as errors: 400 for what is wrong in the request, 403 without a key that may."""
    form = "xml" if request.path_params.get("format") == "xml" else "json"
    if isinstance(refusal, RequestValidationError):
        found = [f"{each['loc'][-1]}: {each['msg']}" for each in refusal.errors()]
        wrong_path = any(each["loc"][0] == "path" for each in refusal.errors())
        return errors(form, 404 if wrong_path else 400, found)
    if isinstance(refusal, Invalid):
        return errors(form, 400, [f"{each['field']}: {each['detail']}" for each in refusal.members["errors"]])
    if isinstance(refusal, NotSignedIn):
        return errors(form, 403, ["api_key: missing or not valid. Give the key you were given as api_key."])
    if isinstance(refusal, Refusal):
        return errors(form, refusal.status, [refusal.detail])
    if isinstance(refusal, HTTPException):
        return errors(form, refusal.status_code, [str(refusal.detail)])
    return errors(form, 400, ["A value cannot be stored: a date out of range or a character that text cannot hold."])


def form_of(body: bytes) -> list[tuple[str, str]]:
    """Return the fields of a form, in order."""
    try:
        fields = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeError:
        raise Invalid("(form)", "A form is application/x-www-form-urlencoded in UTF-8.") from None
    except ValueError:
        raise Invalid("(form)", f"A form holds at most {_MOST_FIELDS} fields.") from None
    for name, value in fields:
        if "\0" in name + value:
            raise Invalid(name.replace("\0", "")[:80], "This text contains a NUL character; send plain text.")
    return fields


async def _with_key(request: Request) -> Request:
    """Return the request with its api_key as the header that the door reads."""
    body = await _body(request) if request.method == "POST" else b""
    if any(name == b"authorization" for name, _ in request.scope["headers"]):
        return _again(request, body)
    key = request.query_params.get("api_key")
    if key is None and body:
        key = next((value for name, value in form_of(body) if name == "api_key"), None)
    if key:
        request.scope["headers"] = [*request.scope["headers"], (b"authorization", f"Bearer {key}".encode())]
    return _again(request, body)


def _again(request: Request, body: bytes) -> Request:
    fresh = Request(request.scope, request.receive)
    if request.method == "POST":
        fresh._body = body
    return fresh


async def _body(request: Request) -> bytes:
    taken = bytearray()
    async for chunk in request.stream():
        taken += chunk
        if len(taken) > _LARGEST:
            raise TooLarge(f"This request may hold at most {_LARGEST // MIB} MiB.")
    return bytes(taken)
