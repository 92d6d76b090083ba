"""Who is to be told of what only some may mend: the active accounts that hold a permission."""

from uuid import UUID

from yiwang.access.model.roles import HOLDERS
from yiwang.access.store import holdings
from yiwang.db.tx import Tx


async def accounts_with(tx: Tx, permission: str) -> list[UUID]:
    """Return the active accounts of whose roles one gives the permission, anywhere."""
    found = [await holdings.active_holders(tx, role) for role in sorted(HOLDERS[permission])]
    return sorted({account for accounts in found for account in accounts})
