"""预警 between platforms: issued here for a place of both, issued there; lifted here, there too; receipts return."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.command import alerting
from yiwang.command.model import Alert
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import store
from yiwang.federation.acting import as_peer
from yiwang.federation.bodies import LiftBody, ReceiptsBody, WarningBody
from yiwang.federation.model import Peer, SharedWarning, covered
from yiwang.federation.peers import check_shared
from yiwang.federation.sealing import send
from yiwang.ledger import Recorded
from yiwang.places import Locator

TELLER = platform_actor("federation")


async def issued(books: Books, tx: Tx, recorded: Recorded) -> None:
    """A warning was issued here: tell who shares part of its area; who told us hears how far it went."""
    if recorded.origin != "live":
        return
    alert = await alerting.see(tx, TELLER, recorded.subject)
    known = {one.peer: one for one in await store.warnings_of(tx, alert.id)}
    path = next((one.path for one in known.values() if not one.ours), [])
    locator = await books.locators.at(tx, tx.at)
    for name in await store.active_peers(tx):
        peer = await store.peer(tx, name, lock=True)
        if peer is None or "warnings" not in peer.shares or name in known or name in path:
            continue
        if area := shared_area(locator, alert.area, peer.jurisdictions):
            await send(tx, peer, "warning.issued", _body(alert, area, [*path, tx.platform]), about=alert.id)
            store.put_warning(
                tx, SharedWarning(alert.id, name, True, None, None, [*path, tx.platform], None, None, None, tx.at)
            )
    await tell_receipts(tx, alert)


async def ended(tx: Tx, recorded: Recorded) -> None:
    """A warning ended here: whoever has it from us hears that somebody lifted it; its time ends there by itself."""
    if not recorded.data["lifted"]:
        return
    for one in await store.warnings_of(tx, recorded.subject):
        peer = await store.peer(tx, one.peer, lock=True)
        if one.ours and peer:
            await send(tx, peer, "warning.lifted", LiftBody(warning_id=one.warning_id), about=one.warning_id)


async def received(tx: Tx, recorded: Recorded) -> None:
    """A unit said that it knows: the platform that the warning is from hears how many do."""
    await tell_receipts(tx, await alerting.see(tx, TELLER, recorded.subject))


async def tell_receipts(tx: Tx, alert: Alert) -> None:
    """Tell whoever a warning came from how many units were told here and how many answered."""
    for one in await store.warnings_of(tx, alert.id):
        peer = await store.peer(tx, one.peer, lock=True)
        if one.ours or peer is None or one.remote_id is None:
            continue
        rows = await alerting.receipts(tx, TELLER, alert.id)
        answered = sum(row["received_at"] is not None for row in rows)
        body = ReceiptsBody(yours=one.remote_id, number=alert.number, told=len(rows), received=answered)
        await send(tx, peer, "warning.receipts", body, about=alert.id)


async def take(tx: Tx, peer: Peer, body: WarningBody | LiftBody | ReceiptsBody, books: Books) -> dict[str, Any]:
    """Take what another platform tells of a warning."""
    check_shared(peer, "warnings")
    if isinstance(body, WarningBody):
        return await _issue(tx, peer, body, books)
    if isinstance(body, LiftBody):
        return await _lift(tx, peer, body, books)
    one = next((each for each in await store.warnings_of(tx, body.yours) if each.peer == peer.name and each.ours), None)
    if one is None:
        raise Conflict("This warning did not go to you.")
    store.put_warning(tx, replace(one, remote_number=body.number, told=body.told, received=body.received))
    return {}


async def shares(tx: Tx, actor: Actor, warning_id: UUID) -> list[SharedWarning]:
    """Return with which platforms a warning is shared, and how far it is known there."""
    await alerting.see(tx, actor, warning_id)
    return await store.warnings_of(tx, warning_id)


def shared_area(locator: Locator, area: Sequence[UUID], declared: Sequence[str]) -> list[str]:
    """Return the codes of the part of an area that lies within the jurisdictions declared."""
    found: list[str] = []
    for node in area:
        if covered(_codes(locator, node), declared):
            found.append(locator.nodes[node].code)
            continue
        inside = (locator.by_code[code] for code in declared if code in locator.by_code)
        found += [one.code for one in inside if node in locator.chain(one.id)]
    return list(dict.fromkeys(found))


async def _issue(tx: Tx, peer: Peer, body: WarningBody, books: Books) -> dict[str, Any]:
    if tx.platform in body.path or await store.warning_from(tx, peer.name, body.warning_id):
        raise Conflict("This warning has been here already.")
    locator = await books.locators.at(tx, tx.at)
    area = []
    for code in body.area:
        node = locator.by_code.get(code)
        if node is None or not covered(_codes(locator, node.id), peer.jurisdictions):
            raise Invalid("area", f"{code} is not among the jurisdictions that we share.")
        area.append(node.id)
    asked = alerting.Asked(
        hazard=body.hazard,
        level=body.level,
        title=body.title,
        text=body.text,
        source=f"{peer.title} {body.number}（{body.source}）"[:200],
        area=area,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
        drill=body.drill,
    )
    alert = await alerting.issue(tx, as_peer(peer), asked, books=books, at=tx.at)
    store.put_warning(
        tx,
        SharedWarning(alert.id, peer.name, False, body.warning_id, body.number, body.path, None, None, None, tx.at),
    )
    return {"number": alert.number}


async def _lift(tx: Tx, peer: Peer, body: LiftBody, books: Books) -> dict[str, Any]:
    one = await store.warning_from(tx, peer.name, body.warning_id)
    if one is None:
        raise Conflict("This warning did not come from you.")
    alert = await alerting.see(tx, TELLER, one.warning_id)
    if alert.state == "issued":  # else its time was over, or we lifted it ourselves
        await alerting.lift(tx, as_peer(peer), alert.id, books=books, at=tx.at)
    return {"number": alert.number}


def _codes(locator: Locator, node: UUID) -> list[str]:
    return [locator.nodes[one].code for one in locator.chain(node)]


def _body(alert: Alert, area: list[str], path: list[str]) -> WarningBody:
    names = ("number", "hazard", "level", "title", "text", "source", "drill", "valid_from", "valid_to")
    return WarningBody(warning_id=alert.id, area=area, path=path, **{name: getattr(alert, name) for name in names})
