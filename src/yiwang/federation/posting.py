"""The courier: takes what waits in the outbox to each peer, in order, one at a time, until it is answered."""

import asyncio
import base64
import http.client
import json
import ssl
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import structlog
from pydantic import BaseModel, ValidationError

from yiwang import access
from yiwang.access import Keyring, platform_actor
from yiwang.base.errors import NotFound
from yiwang.cases import federating
from yiwang.db import Database, Tx
from yiwang.federation import photos, store
from yiwang.federation.bodies import SignsBody
from yiwang.federation.model import REMEMBERED, SIGNS_KEPT, Letter, Peer, pause_after, signed_bytes
from yiwang.federation.sealing import SUBJECT, bound, identity, seal_to
from yiwang.federation.shapes import FederationAnswer
from yiwang.files import Shelf

BATCH = 10  # messages to one peer before the next one has its turn
LONGEST = 10.0  # seconds for one message
_SLOWEST = 250_000  # bytes a second that a line carries at least: a photo has more time than a step
_MOST = 1 << 20  # bytes of an answer
COURIER = platform_actor("federation courier")
log = structlog.get_logger()


@dataclass(frozen=True)
class Answered:
    """What came back over HTTP; status 0 when nothing did."""

    status: int
    body: dict[str, Any]

    @property
    def error(self) -> str:
        return f"{self.status}: {self.body.get('detail', '')}" if self.status else str(self.body.get("detail", ""))


class Courier:
    """Follows the outbox as listeners follow the log; any number may run, one sends to a peer at a time."""

    name = "federation courier"

    def __init__(self, keyring: Keyring, shelf: Shelf) -> None:
        self._keyring, self._shelf = keyring, shelf

    async def run_once(self, database: Database) -> int:
        """Send what is due; return how many messages were answered."""
        async with database.tx() as tx:
            due = await store.peers_due(tx, tx.at)
        return sum([await self._serve(database, name) for name in due])

    async def _serve(self, database: Database, name: str) -> int:
        # The lock's transaction has no number of its own, so the log's readers do not wait for it.
        async with database.tx() as held:
            if not await store.only_sender(held, name):
                return 0
            sent = 0
            while sent < BATCH and await self._send_next(database, name):
                sent += 1
            return sent

    async def _send_next(self, database: Database, name: str) -> bool:
        async with database.tx() as tx:
            letter, peer = await store.next_letter(tx, name), await store.peer(tx, name)
            if letter is None or peer is None or peer.api_key is None or peer.state != "active":
                return False
            own = await identity(tx, self._keyring)
            key = (await access.unseal_for(tx, self._keyring, SUBJECT, peer.api_key)).decode()
            here = tx.platform
            if letter.body is None:
                letter = await self._sealed(tx, peer, letter)
        sealed = letter.body or b""
        signed = signed_bytes(here, name, letter.id, letter.seq, letter.kind, sealed)
        message = {
            "platform": here,
            "id": str(letter.id),
            "seq": letter.seq,
            "kind": letter.kind,
            "sealed": base64.b64encode(sealed).decode(),
            "signature": base64.b64encode(own.sign.sign(signed)).decode(),
        }
        answered = await asyncio.to_thread(post, peer.url, key, message)
        async with database.tx() as tx:
            return await _settle(tx, peer, letter, answered)

    async def _sealed(self, tx: Tx, peer: Peer, letter: Letter) -> Letter:
        """Return a message without a body with one, and keep it: whenever it is sent again it is the same."""
        if letter.kind == "signs.values":  # told before, to a peer that lost it: newer ones have long been told
            body: BaseModel = SignsBody(values=[])
        else:
            body = await photos.body_of(tx, self._shelf, peer, letter)
        sealed = seal_to(peer.seal_public, body.model_dump_json().encode(), bound(tx.platform, peer.name, letter.id))
        ready = replace(letter, body=sealed)
        store.keep_body(tx, ready)
        return ready


def post(url: str, key: str, message: dict[str, Any]) -> Answered:
    """Send one message by HTTP; blocks up to `LONGEST` seconds, more where it is long."""
    parts, data = urlsplit(url), json.dumps(message).encode()
    longest = LONGEST + len(data) / _SLOWEST
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(parts.netloc, timeout=longest, context=context)
    else:
        connection = http.client.HTTPConnection(parts.netloc, timeout=longest)
    try:
        path = parts.path.rstrip("/") + "/api/federation/inbox"
        connection.request("POST", path, data, headers)
        answer = connection.getresponse()
        body = json.loads(answer.read(_MOST) or b"{}")
        return Answered(answer.status, body if isinstance(body, dict) else {})
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answered(0, {"detail": repr(error)})
    finally:
        connection.close()


async def _settle(tx: Tx, peer: Peer, letter: Letter, answered: Answered) -> bool:
    """Write the answer down; False when there was none and the peer is to be tried again later."""
    answer = _answer(answered)
    if answer is None:
        expected = answered.body.get("expected")
        if answered.status == 409 and isinstance(expected, int) and 0 < expected < letter.seq:
            log.warning("a peer lost what it had taken", peer=peer.name, expected=expected)
            store.send_again_from(tx, peer.name, expected)
        failures = await store.count_failure(tx, peer.name, answered.error)
        store.wait_until(tx, peer.name, tx.at + pause_after(failures))
        return False
    if not await store.settle_letter(tx, letter, answer.outcome, answer.model_dump(mode="json")):
        return True  # another courier wrote it already
    if answer.outcome == "refused":
        await _refused(tx, peer, letter, answer)
    else:
        await _found(tx, peer, letter, answer)
    return True


def _answer(answered: Answered) -> FederationAnswer | None:
    if answered.status != 200:
        return None
    try:
        return FederationAnswer.model_validate(answered.body)
    except ValidationError:
        return None


async def _refused(tx: Tx, peer: Peer, letter: Letter, answer: FederationAnswer) -> None:
    """What the peer would not take is undone here, in the open."""
    why = answer.detail or answer.code or ""
    if letter.kind == "warning.issued" and letter.about:
        store.note_refusal(tx, letter.about, peer.name, why)
    if letter.kind == "case.photo" and answer.code == NotFound.code:
        await photos.not_taken(tx, peer, letter)
    if letter.case_id is None:
        return
    if letter.kind == "case.recall":
        text = f"{peer.title} 未交回：{why}"
        await federating.remark(tx, COURIER, letter.case_id, step="recall_refused", text=text, at=tx.at)
    if letter.kind != "case.hand":
        return
    link = await store.link(tx, letter.case_id, peer.name, lock=True)
    if link is None or link.owner != peer.name:
        return
    if await federating.take_back(tx, COURIER, letter.case_id, refused_by=peer.name, why=why, at=tx.at):
        store.return_turn(tx, link, tx.platform)


async def _found(tx: Tx, peer: Peer, letter: Letter, answer: FederationAnswer) -> None:
    """The peer has the case, or the warning, under this id and number."""
    if letter.kind == "warning.issued" and letter.about and answer.number:
        store.note_number(tx, letter.about, peer.name, answer.number)
    if answer.case_id is not None and letter.case_id is not None:
        store.name_remote(tx, letter.case_id, peer.name, answer.case_id, answer.number)


async def prune(tx: Tx) -> int:
    """Remove messages answered long ago, and old values of signs; a daily errand."""
    return await store.prune(tx, tx.at - REMEMBERED) + await store.prune_signs(tx, tx.at - SIGNS_KEPT)
