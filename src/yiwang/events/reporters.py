"""Reports with their reporters, masked: nobody sees a name or a number in full by looking at a case."""

from typing import Any
from uuid import UUID

from yiwang.access import Keyring
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.keeping import contact_of
from yiwang.events.model import Reporter


async def masked_reports(tx: Tx, keyring: Keyring, event_id: UUID) -> list[dict[str, Any]]:
    """Return the reports of an event; of the reporter only the first sign of the name and the ends of the number."""
    found = []
    for row in await store.reports_of(tx, event_id):
        contact = row["contact"]
        reporter = await contact_of(tx, keyring, row["reporter_id"], contact) if contact else None
        reason = row["merge_reason"]
        found.append(
            {
                **row,
                "reporter": masked(reporter, confidential=row["confidential"]) if row["reporter_id"] else None,
                "merged": reason is not None,
                "merge_reason": reason["text"] if reason else None,
            }
        )
    return found


def masked(reporter: Reporter | None, *, confidential: bool) -> str:
    """Return a reporter as a case may show them: 张** 138****5678 (GB/T 35273); nothing when they asked for it."""
    if confidential:
        return "举报人保密"
    if reporter is None:
        return "已删除"
    name = f"{reporter.name[0]}**" if reporter.name else ""
    phone = f"{reporter.phone[:3]}****{reporter.phone[-4:]}" if reporter.phone and len(reporter.phone) >= 8 else ""
    return f"{name} {phone}".strip() or "****"
