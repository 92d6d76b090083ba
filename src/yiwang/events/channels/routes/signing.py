"""HTTP: secrets of signed webhooks, and the door for those who send by signature alone."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from yiwang.access.door import MIB, Door, Visit, check_origin
from yiwang.access.nul import refuse_nul
from yiwang.access.problems import documented
from yiwang.base.errors import NotFound, TooLarge
from yiwang.db import Database
from yiwang.events.channels import receiving, signatures
from yiwang.events.channels.receiving import Sender
from yiwang.events.channels.shapes import ANY_JSON, OutcomesOut, answered, books_here, channels_here
from yiwang.events.shapes import ReportOut

router = APIRouter(prefix="/api/channels/{code}/secrets", route_class=Door, tags=["channels"])
_LARGEST = 2 * MIB


class SecretAsk(BaseModel):
    """`secret` is one that the sender made (whsec_…); left out, one is made."""

    secret: Annotated[str | None, Field(max_length=200)] = None


class SecretOut(BaseModel):
    """A secret in force; what it is was shown once."""

    id: UUID
    made: datetime
    used: datetime | None


class SecretsOut(BaseModel):
    items: list[SecretOut]


class NewSecretOut(BaseModel):
    """A secret just made: the only time it is shown."""

    id: UUID
    channel: str
    secret: str
    made: datetime


class SignedDoor(APIRoute):
    """A route for whoever can sign: nobody is signed in, and no connection is held while the body comes."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        settings["responses"] = documented(401, 403, 404, 409, 413, 422, 429) | (settings.get("responses") or {})
        super().__init__(path, endpoint, **settings)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the handler of FastAPI in the taking in of the body."""
        handle = super().get_route_handler()

        async def enter(request: Request) -> Response:
            check_origin(request)
            await _read_body(request)
            return await handle(request)

        return enter


open_router = APIRouter(prefix="/api/channels", route_class=SignedDoor, tags=["channels"])


@router.get("")
async def list_secrets(code: str, visit: Visit) -> SecretsOut:
    """The secrets of a channel in force."""
    found = await signatures.list_secrets(visit.tx, visit.actor, code)
    return SecretsOut(items=[SecretOut(**one) for one in found])


@router.post("", status_code=201)
async def make_secret(code: str, ask: SecretAsk, visit: Visit) -> NewSecretOut:
    """Make a secret for the webhooks of a channel; two at most are in force."""
    visit.actor.scope("keys.manage")
    channel = (await channels_here(visit.request, visit.tx)).channel(code, visit.at)
    made = await signatures.make_secret(visit.tx, visit.actor, visit.keyring, channel, secret=ask.secret, at=visit.at)
    return NewSecretOut(**vars(made))


@router.delete("/{secret_id}", status_code=204)
async def end_secret(code: str, secret_id: UUID, visit: Visit) -> None:
    """End a secret: what is signed with it is refused from now on."""
    await signatures.end_secret(visit.tx, visit.actor, visit.keyring, code, secret_id, at=visit.at)


@open_router.post(
    "/{code}/webhook",
    status_code=201,
    response_model=ReportOut,
    responses={200: {"model": OutcomesOut, "description": "What became of each"}},
    openapi_extra=ANY_JSON,
)
async def webhook(code: str, request: Request) -> JSONResponse:
    """Send in by signature instead of a key, as standard-webhooks has it.

    The headers are webhook-id, webhook-timestamp and webhook-signature. A message is taken once; to try again, sign it
    with a new time. The same webhook-id is answered as the first time where the channel reads no id of its own.
    """
    database: Database = request.app.state.database
    raw = await request.body()
    books = books_here(request)
    async with database.tx() as tx:
        book = await channels_here(request, tx)
        try:
            channel = book.channel(code, tx.at)
        except NotFound:
            channel = None
        # Whoever cannot sign does not learn which channels there are.
        await signatures.check(tx, books.keyring, code[:40], request.headers, raw, now=tx.at)
        if channel is None:
            raise NotFound("This channel is no longer in force.")
    sender = Sender(signatures.sender_of(code), channel)
    return answered(
        await receiving.receive(database, sender, raw, books=books, book=book, key=request.headers["webhook-id"])
    )


async def _read_body(request: Request) -> None:
    taken = bytearray()
    async for chunk in request.stream():
        taken += chunk
        if len(taken) > _LARGEST:
            raise TooLarge(f"This request may hold at most {_LARGEST // MIB} MiB.")
    request._body = bytes(taken)
    refuse_nul(request, request._body)
