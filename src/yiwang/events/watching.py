"""An unusual use of the API as an event that waits for a person's judgement 甄别."""

from yiwang import matters
from yiwang.access import platform_actor
from yiwang.access.watch import unusual_use
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.model import Envelope
from yiwang.events.reporting import report
from yiwang.ledger import Recorded
from yiwang.matters import MatterBody
from yiwang.places import PlaceIn

WATCH = platform_actor("api watch")
MATTER = MatterBody(
    code="PT001",
    name="平台接口异常使用",
    major="PT",
    major_name="平台安全类",
    filing_condition="应用密钥或账号的调用量、时段、来源网络或被拒次数与其平时明显不同，经甄别属实",
    closing_condition="查明原因；必要时停用密钥或账号",
    limit_value=1,
    limit_unit="working_days",
    limit_source="平台默认",
    before_photos=0,
    after_photos=0,
    merge_radius=0,
)
_KINDS = {
    "volume": "一小时调用 {calls} 次，平时每小时约 {usual:.0f} 次",
    "night": "夜间调用 {calls} 次，过去四周夜间从未调用",
    "network": "从过去未用过的网络调用",
    "refusals": "一小时内多数请求被拒绝，共调用 {calls} 次",
}


async def raise_event(books: Books, tx: Tx, recorded: Recorded) -> None:
    """Make an event of what the watch found; the same finding again is the same event.

    It names application and purpose; of an account only the id, for everyone who sees events reads it.
    """
    use_id = recorded.subject
    found = await unusual_use(tx, use_id)
    home = books.home(await books.locators.at(tx, recorded.time))
    if found is None or home is None:
        return
    if books.catalogue.get(MATTER.code, recorded.time) is None:
        await matters.ensure_matters(tx, WATCH, [MATTER], recorded.time)
        await books.refresh(tx)
    application = f"应用 {found['application']}（{found['purpose']}）"
    who = application if found["holder_kind"] == "key" else f"账号 {found['holder']}"
    said = _KINDS[found["kind"]].format(calls=found["calls"], usual=found["usual"])
    envelope = Envelope(
        channel="model",
        source="access",
        text=f"{who}：{said}。请核对用途，必要时停用。",
        raw=b"{}",
        matter=MATTER.code,
        title=MATTER.name,
        idempotency_key=str(use_id),
        separate=True,
    )
    place = PlaceIn(text="一网统管平台", jurisdiction_id=home)
    await report(tx, WATCH, envelope, place, books=books, at=recorded.time)
