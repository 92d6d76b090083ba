"""What becomes of a row after a try: sent, put off, failed with the next carrier taking over, or uncertain."""

from datetime import datetime, timedelta
from uuid import UUID

from yiwang.access.holders import accounts_with
from yiwang.db import Tx
from yiwang.notices import sending
from yiwang.notices.kernels import PATIENCE, after_failure
from yiwang.notices.model import WEBHOOK, Claimed, Later, Refused, Sent, Unsure
from yiwang.notices.store import circuits, webhooks
from yiwang.notices.store import outbox as store

_MENDS = "platform.settings"
_TOLD_EVERY = timedelta(hours=1)


async def finish(tx: Tx, row: Claimed, by: UUID, outcome: Sent | Refused | Unsure) -> None:
    """End a row; what failed goes to the person's next carrier, and the administrators learn of it."""
    if isinstance(outcome, Sent):
        if await store.finish(tx, row.id, by, "sent", ref=outcome.ref):
            circuits.close_circuit(tx, row.lane)
        return
    state = "failed" if isinstance(outcome, Refused) else "uncertain"
    if not await store.finish(tx, row.id, by, state, error=outcome.error):
        return
    if isinstance(outcome, Refused):
        await fall_back(tx, row)
        await _end_webhook(tx, row)
    await tell_administrators(tx, row.lane, state)


async def put_off(tx: Tx, row: Claimed, by: UUID, outcome: Later, until: datetime) -> None:
    """Let a row be tried again; a lane that is in trouble opens its circuit."""
    if await store.put_back(tx, row.id, by, until, error=outcome.error, doubtful=outcome.maybe):
        await note_failure(tx, row.lane, outcome)


async def note_failure(tx: Tx, lane: str, outcome: Later) -> None:
    """Count a failure of the lane itself; the fifth in a row opens its circuit."""
    if not outcome.lane:
        return
    circuit = after_failure(await circuits.lock_circuit(tx, lane), tx.at)
    circuits.put_circuit(tx, lane, circuit, outcome.error)
    if circuit.openings == 1 and circuit.open_until:
        await tell_administrators(tx, lane, "open")


async def wait_out(tx: Tx, row: Claimed, by: UUID, until: datetime) -> None:
    """Let a row wait for the end of quiet hours, and be tried for as long after it as it would have been."""
    await store.put_back(tx, row.id, by, until, error=None, untried=True)
    store.extend(tx, row.id, until + PATIENCE[row.urgency])


async def recover(tx: Tx) -> None:
    """Take over what senders that are gone had claimed."""
    lanes = {row["lane"] for row in await store.recover(tx, tx.at)}
    for lane in sorted(lanes):
        await tell_administrators(tx, lane, "uncertain")


async def end_late(tx: Tx) -> None:
    """End what nobody waits for any more."""
    late = await store.too_late(tx, tx.at)
    for row in late:
        await fall_back(tx, row)
    for lane in sorted({row.lane for row in late}):
        await tell_administrators(tx, lane, "failed")


async def fall_back(tx: Tx, row: Claimed) -> None:
    """Give a person's message to the carrier they prefer next; nothing when there is none (the inbox has it)."""
    if row.account_id is None:
        return
    wanted = await store.preferences(tx, row.account_id, row.post_id)
    carriers = wanted.carriers if wanted else ()
    following = carriers[carriers.index(row.carrier) + 1 :] if row.carrier in carriers else ()
    if following:
        store.insert_next(tx, row, following[0], tx.at + PATIENCE[row.urgency])


async def tell_administrators(tx: Tx, lane: str, state: str) -> None:
    """Tell those who can mend it, in their inboxes, once an hour for each lane and state."""
    hour = int(tx.at.timestamp() // _TOLD_EVERY.total_seconds())
    zh, en = _SENTENCES[state]
    await sending.notify(
        tx,
        await accounts_with(tx, _MENDS),
        kind=f"carriers.{state}",
        title_zh="通知渠道异常",
        title_en="A carrier of notices needs a look",
        text=f"{lane}：{zh} {en}",
        link="/notices/outbox",
        object_type="carrier",
        object_id=None,
        at=tx.at,
        dedupe_key=f"carrier:{lane}:{state}:{hour}",
        inbox_only=True,
    )


_SENTENCES = {
    "failed": ("有消息未能送达。", "Messages were given up."),
    "uncertain": ("有消息不能确定是否送达。", "It is uncertain whether some messages arrived."),
    "open": ("连续失败，暂停重试。", "It failed several times in a row and is left alone for a while."),
}


async def _end_webhook(tx: Tx, row: Claimed) -> None:
    """A target that wants no more, or may not be reached, is sent no more until somebody resumes it."""
    if row.carrier == WEBHOOK:
        await webhooks.set_state(tx, UUID(row.address), "suspended", ("active",))
