"""Who asked to be told of the answer by SMS or mail: an address for each link, forgotten with it."""

from datetime import datetime
from typing import Any

from yiwang.access import Keyring
from yiwang.base.errors import Conflict
from yiwang.db import Tx
from yiwang.ledger import Recorded
from yiwang.notices import outsiders
from yiwang.residents import limiting, store
from yiwang.residents.links import open_link
from yiwang.residents.model import TOLD

_TITLE = ("您上报的事项已有答复", "What you reported was answered")


async def standing(tx: Tx, token: str, at: datetime) -> dict[str, Any]:
    """Return by which ways one can be told, and where one is."""
    follow, _ = await open_link(tx, token, at)
    return {"ways": await outsiders.ways(tx), "told": await outsiders.kept(tx, follow.id)}


async def ask(tx: Tx, keyring: Keyring, token: str, *, kind: str, address: str, at: datetime) -> int | None:
    """Keep where the holder of a link wants to be told; None when it is, else the seconds to wait.

    An address is taken so often an hour, by whomever: nobody is to be pestered with what others report.
    """
    follow, life = await open_link(tx, token, at)
    if life.answered_at is not None:
        raise Conflict("This report was answered already: there is nothing more to tell.")
    plain = "".join(sign for sign in address.casefold() if not sign.isspace() and sign != "-")
    wait = await limiting.allow(tx, keyring.blind("tell", f"{kind}:{plain}"), "tell", TOLD)
    if wait is None:
        await outsiders.keep(tx, keyring, follow.id, kind, address)
    return wait


async def stop(tx: Tx, token: str, at: datetime) -> None:
    """Tell the holder of a link nothing any more; again is harmless."""
    follow, _ = await open_link(tx, token, at)
    outsiders.forget(tx, [follow.id])


async def answered(tx: Tx, fact: Recorded) -> None:
    """A report was answered: whoever asked is told by its number; the words are at the link."""
    follows = await store.follows_of(tx, [fact.subject])
    if not follows:
        return
    number = follows[0].number
    outsiders.tell(
        tx,
        [follow.id for follow in follows],
        kind="report.answered",
        title=_TITLE,
        text=f"编号 {number}：请打开您的链接，或凭编号和手机号后四位查看。No. {number}: open your link, or look it up.",
        link="/c/follow",
        dedupe_key=f"report:{fact.subject}:answered",
    )
