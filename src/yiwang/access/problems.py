"""Refusals as RFC 9457 problem+json: one shape for every answer that is not what was asked for."""

from typing import Any, cast

import psycopg
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from yiwang.base.errors import Conflict, Invalid, Refusal

log = structlog.get_logger()
MEDIA_TYPE = "application/problem+json"
# Carried by every operation in the OpenAPI document.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
_WAYS_IN = {
    "session": {"type": "apiKey", "in": "cookie", "name": "yiwang_session"},
    "key": {"type": "http", "scheme": "bearer", "description": "An API key: yw_<id>_<secret>."},
}
_TITLES = {
    400: "This request cannot be read",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "This address does not take this method",
    409: "In another state than needed",
    413: "Too large",
    422: "Something in the request is wrong",
    429: "Too many requests",
    500: "Something failed on our side",
}


def problem(refusal: Refusal) -> JSONResponse:
    """Return a refusal as a problem+json answer."""
    return _answer(refusal.status, refusal.code, refusal.detail, refusal.members)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI `responses` of these refusals."""
    return {
        status: {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": SCHEMA}}} for status in statuses
    }


def install(app: FastAPI) -> None:
    """Make every error of `app` answer as a problem: refusals, wrong shapes, unknown addresses, our own bugs."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _wrong_shape)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(psycopg.DataError, _unstorable)
    app.add_exception_handler(psycopg.errors.UniqueViolation, _doubled)
    app.add_exception_handler(psycopg.OperationalError, _busy)
    app.add_exception_handler(Exception, _bug)
    _describe_keys(app)


def _describe_keys(app: FastAPI) -> None:
    """Put into the OpenAPI document the two ways in that every operation of `Door` names."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        document = describe()
        document.setdefault("components", {}).setdefault("securitySchemes", _WAYS_IN)
        return document

    app.openapi = described  # type: ignore[method-assign]


def _answer(
    status: int, code: str, detail: str, members: dict[str, Any], headers: dict[str, str] | None = None
) -> JSONResponse:
    body = {
        "type": f"urn:yiwang:problem:{code}",
        "title": _TITLES.get(status, "Refused"),
        "status": status,
        "detail": detail,
        "code": code,
        **members,
    }
    return JSONResponse(body, status, headers, MEDIA_TYPE)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    return problem(cast(Refusal, error))


async def _wrong_shape(_: Request, error: Exception) -> JSONResponse:
    errors = [
        {"field": ".".join(str(part) for part in found["loc"][1:]) or str(found["loc"][0]), "detail": found["msg"]}
        for found in cast(RequestValidationError, error).errors()
    ]
    fields = ", ".join(dict.fromkeys(each["field"] for each in errors))
    return _answer(422, Invalid.code, f"Check these fields: {fields}.", {"errors": errors})


async def _http(_: Request, error: Exception) -> JSONResponse:
    found = cast(HTTPException, error)
    code = {400: "unreadable", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}.get(
        found.status_code, "refused"
    )
    return _answer(found.status_code, code, str(found.detail), {}, dict(found.headers or {}))


async def _unstorable(_: Request, __: Exception) -> JSONResponse:
    sentence = "A value cannot be stored: a number too large, a date out of range or a character that text cannot hold."
    return _answer(422, Invalid.code, sentence, {})


async def _doubled(_: Request, __: Exception) -> JSONResponse:
    return problem(Conflict("The same thing was just made by someone else. Load it again."))


async def _busy(_: Request, error: Exception) -> JSONResponse:
    if isinstance(error, psycopg.errors.DeadlockDetected | psycopg.errors.LockNotAvailable):
        return problem(Conflict("Someone else is changing the same thing right now. Try again in a moment."))
    log.warning("the database does not answer", error=f"{type(error).__name__}: {error}")
    sentence = "The database does not answer. What you sent was not stored; try again in a moment."
    return _answer(503, "unavailable", sentence, {}, {"Retry-After": "5"})


async def _bug(_: Request, __: Exception) -> JSONResponse:
    return _answer(500, "failed", "This is our mistake and has been logged. What you sent was not stored.", {})
