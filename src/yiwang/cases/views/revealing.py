"""What the cases declare about persons: a reporter's name or number, revealed to whoever may see the case."""

from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.access.privacy.declaring import Declared, Revealed
from yiwang.base.errors import NotFound
from yiwang.cases import store
from yiwang.db import Tx
from yiwang.events import reporters


async def reveal_reporter(tx: Tx, actor: Actor, keyring: Keyring, report_id: UUID, field: str) -> Revealed:
    """Return a reporter's name or number to whoever may reveal where the event lies, or in the unit of its case."""
    await _check_scope(tx, actor, report_id)
    opened = await reporters.opened_report(tx, actor, keyring, report_id)
    value = opened.reporter.name if field == "name" else opened.reporter.phone
    if not value:
        raise NotFound("The reporter left this field out.")
    return Revealed(value, opened.person)


async def _check_scope(tx: Tx, actor: Actor, report_id: UUID) -> None:
    scope = actor.scope("personal.reveal")
    found = await reporters.event_of_report(tx, report_id)
    if found is not None:
        event, jurisdiction = found
        if await access.may_see(tx, scope, jurisdiction, None):
            return
        condition, params = access.within(scope, "c.jurisdiction_id", "c.unit_id")
        if await store.see(tx, event, condition, params):
            return
    raise NotFound("There is no such report with a reporter among those you may see.")


DECLARED = Declared(
    reveals={("report", field): reveal_reporter for field in reporters.FIELDS},
    looks={"cases.see_reporters": ("查看案件报告人", "Saw a case's reporters, masked")},
)
