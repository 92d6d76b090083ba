"""Who holds which role where: given and taken by the security administrator, never by oneself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.access.model import ADMINISTRATORS, ROLES, Actor, Grant
from yiwang.access.store import accounts as account_store
from yiwang.access.store import holdings as store
from yiwang.access.store import tree
from yiwang.access.trail import audit
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Holding:
    """A role that an account or a key holds now."""

    id: UUID
    role: str
    jurisdiction: UUID | None
    organisation: UUID | None
    recorded: datetime
    granted_by: UUID


async def grant_role(
    tx: Tx,
    actor: Actor,
    account_id: UUID,
    role: str,
    *,
    jurisdiction: UUID | None = None,
    organisation: UUID | None = None,
    at: datetime,
) -> UUID:
    """Give an account a role over two subtrees (None: the whole tree); return the holding's id.

    The three administrators stay apart: whoever is one of them holds no other role at all. While nobody is security
    administrator, a system administrator may name one: that is how the second comes after the first.
    """
    grant = Grant(role, jurisdiction, organisation)
    if role in ADMINISTRATORS:
        store.lock_roles(tx)
    await _check_may_grant(tx, actor, role)
    if actor.id == account_id:
        raise Forbidden("Nobody gives a role to themselves. Ask another administrator.")
    await check_grant(tx, grant)
    if await account_store.lock_account(tx, account_id) is None:
        raise NotFound("There is no account with this id.")
    held = {row["role"] for row in await store.list_holdings(tx, account_id)}
    if (role in ADMINISTRATORS or held & ADMINISTRATORS) and held - {role}:
        names = ", ".join(ROLES[code].en for code in sorted(held) if code in ROLES)
        raise Conflict(f"An administrator holds no other role; this account is already: {names}. Use another account.")
    holding = await store.insert_holding(tx, account_id, grant, actor.id)
    if holding is None:
        raise Conflict("This account holds this role there already.")
    audit(tx, actor, "grant.given", "account", account_id, at, _detail(grant))
    return holding


async def revoke_role(tx: Tx, actor: Actor, account_id: UUID, holding_id: UUID, *, at: datetime) -> None:
    """Take a role from an account; it counts from the next request on."""
    actor.scope("grants.manage")
    if actor.id == account_id:
        raise Forbidden("Nobody changes their own roles. Ask another administrator.")
    row = await store.find_holding(tx, holding_id)
    if row is None or row["holder"] != account_id:
        raise NotFound("This account holds no role with this id.")
    if row["role"] in ADMINISTRATORS:
        await refuse_if_last(tx, account_id)
    if not await store.end_holding(tx, holding_id, actor.id):
        raise Conflict("Someone else has just taken this role away.")
    audit(tx, actor, "grant.taken", "account", account_id, at, {"role": row["role"], "holding": str(holding_id)})


async def list_grants(tx: Tx, actor: Actor, account_id: UUID) -> list[Holding]:
    """Return the roles an account holds now; everyone may see their own."""
    if actor.id != account_id and not actor.may("accounts.manage"):
        actor.scope("grants.manage")
    return [Holding(**row) for row in await store.list_holdings(tx, account_id)]


async def check_grant(tx: Tx, grant: Grant) -> None:
    """Refuse a grant of an unknown role, or over a node that is not in the tree."""
    if grant.role not in ROLES:
        raise Invalid("role", f"There is no role {grant.role}. Roles are: {', '.join(ROLES)}.")
    if grant.role in ADMINISTRATORS and not grant.everywhere:
        raise Invalid("role", "An administrator's role is for the whole platform: leave both limits out.")
    for node, kind in ((grant.jurisdiction, "jurisdiction"), (grant.organisation, "organisation")):
        if node is not None and await tree.unknown_parents(tx, [node], kind):
            raise Invalid(kind, f"There is no {kind} with this id.")


async def refuse_if_last(tx: Tx, account_id: UUID) -> None:
    """Refuse when the account is the last active holder of an administrator's role: nobody could undo that."""
    store.lock_roles(tx)
    for role in sorted(ADMINISTRATORS):
        if await store.active_holders(tx, role) == [account_id]:
            raise Conflict(f"This is the last {ROLES[role].en.lower()}. Name another one first.")


async def _check_may_grant(tx: Tx, actor: Actor, role: str) -> None:
    first_security = role == "security_admin" and actor.may("accounts.manage") and not actor.may("grants.manage")
    if not (first_security and not await store.active_holders(tx, role)):
        actor.scope("grants.manage")


def _detail(grant: Grant) -> dict[str, str | None]:
    return {
        "role": grant.role,
        "jurisdiction": str(grant.jurisdiction) if grant.jurisdiction else None,
        "organisation": str(grant.organisation) if grant.organisation else None,
    }
