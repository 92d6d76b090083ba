"""Who holds which role where, from when and until when: given and taken by the security administrator, never by
oneself, and no further than the rule of the role allows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.access.identity.policies import check_allowed
from yiwang.access.model import ADMINISTRATORS, ROLES, Actor, Grant, platform_actor
from yiwang.access.store import accounts as account_store
from yiwang.access.store import holdings as store
from yiwang.access.store import tree
from yiwang.access.trail import audit
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.db.tx import Tx
from yiwang.ledger import Timer, cancel_timer, set_timer

BEGINS, ENDS = "access.grant_begins", "access.grant_ends"
CLOCK = platform_actor("clock")


@dataclass(frozen=True)
class Holding:
    """A role that an account or a key holds now, or from `since` on; None as its end is no end."""

    id: UUID
    role: str
    jurisdiction: UUID | None
    organisation: UUID | None
    recorded: datetime
    granted_by: UUID
    since: datetime
    until: datetime | None = None


async def grant_role(
    tx: Tx,
    actor: Actor,
    account_id: UUID,
    role: str,
    *,
    jurisdiction: UUID | None = None,
    organisation: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    at: datetime,
) -> UUID:
    """Give an account a role over two subtrees (None: the whole tree), from now or later on; return the holding's id.

    The three administrators stay apart: whoever is one of them holds no other role at all. While nobody is security
    administrator, a system administrator may name one: that is how the second comes after the first.
    """
    grant = Grant(role, jurisdiction, organisation)
    if role in ADMINISTRATORS:
        store.lock_roles(tx)
    await _check_may_grant(tx, actor, role)
    if actor.id == account_id:
        raise Forbidden("Nobody gives a role to themselves. Ask another administrator.")
    _check_dates(tx.at, since, until)
    await check_grant(tx, grant)
    if await account_store.lock_account(tx, account_id) is None:
        raise NotFound("There is no account with this id.")
    await check_allowed(tx, grant, since or tx.at, until)
    await _check_apart(tx, account_id, role)
    if since and since > tx.at:
        holding = await store.insert_ahead(tx, account_id, grant, since, until, actor.id)
        set_timer(tx, BEGINS, holding, since)
    else:
        holding = await _hold(tx, account_id, grant, actor.id, until)
    audit(tx, actor, "grant.given", "account", account_id, at, _detail(grant, since, until))
    return holding


async def revoke_role(tx: Tx, actor: Actor, account_id: UUID, holding_id: UUID, *, at: datetime) -> None:
    """Take a role from an account; it counts from the next request on."""
    actor.scope("grants.manage")
    if actor.id == account_id:
        raise Forbidden("Nobody changes their own roles. Ask another administrator.")
    row = await store.find_holding(tx, holding_id)
    ahead = None if row else await store.find_ahead(tx, holding_id)
    row = row or ahead
    if row is None or row["holder"] != account_id:
        raise NotFound("This account holds no role with this id.")
    if ahead:
        gone = await store.take_ahead(tx, holding_id) is not None
    else:
        if row["role"] in ADMINISTRATORS:
            await refuse_if_last(tx, account_id)
        gone = bool(await store.end_holding(tx, holding_id, actor.id))
    if not gone:
        raise Conflict("Someone else has just taken this role away.")
    cancel_timer(tx, holding_id, BEGINS, ENDS)
    audit(tx, actor, "grant.taken", "account", account_id, at, {"role": row["role"], "holding": str(holding_id)})


async def list_grants(tx: Tx, actor: Actor, account_id: UUID) -> list[Holding]:
    """Return the roles an account holds, now first, then those to come; everyone may see their own."""
    if actor.id != account_id and not actor.may("accounts.manage"):
        actor.scope("grants.manage")
    rows = await store.list_holdings(tx, account_id) + await store.list_ahead(tx, account_id)
    return [Holding(**row) for row in rows]


async def grant_begins(tx: Tx, timer: Timer) -> None:
    """A role given ahead begins. What can no longer be held, as the account became an administrator's, never does."""
    row = await store.take_ahead(tx, timer.subject)
    if row is None:
        return
    grant = Grant(row["role"], row["jurisdiction"], row["organisation"])
    detail = _detail(grant, row["since"], row["until"])
    if row["role"] in ADMINISTRATORS:
        store.lock_roles(tx)
    try:
        await account_store.lock_account(tx, row["holder"])
        await _check_apart(tx, row["holder"], grant.role)
        await _hold(tx, row["holder"], grant, row["granted_by"], row["until"])
    except Conflict as refused:
        detail["refused"] = refused.detail
    audit(tx, CLOCK, "grant.begun", "account", row["holder"], timer.due, detail, success="refused" not in detail)


async def grant_ends(tx: Tx, timer: Timer) -> None:
    """A role held until now ends, unless it was taken back before; the last administrator of a kind stays one."""
    row = await store.find_holding(tx, timer.subject)
    if row is None:
        return
    detail: dict[str, str | None] = {"role": row["role"], "holding": str(timer.subject)}
    try:
        if row["role"] in ADMINISTRATORS:
            await refuse_if_last(tx, row["holder"])
        await store.end_holding(tx, timer.subject, CLOCK.id)
    except Conflict as refused:
        detail["refused"] = refused.detail
    audit(tx, CLOCK, "grant.ended", "account", row["holder"], timer.due, detail, success="refused" not in detail)


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


async def _check_apart(tx: Tx, account_id: UUID, role: str) -> None:
    held = {row["role"] for row in await store.list_holdings(tx, account_id)}
    if (role in ADMINISTRATORS or held & ADMINISTRATORS) and held - {role}:
        names = ", ".join(ROLES[code].en for code in sorted(held) if code in ROLES)
        raise Conflict(f"An administrator holds no other role; this account is already: {names}. Use another account.")


async def _hold(tx: Tx, account_id: UUID, grant: Grant, by: UUID, until: datetime | None) -> UUID:
    holding = await store.insert_holding(tx, account_id, grant, by, until)
    if holding is None:
        raise Conflict("This account holds this role there already.")
    if until:
        set_timer(tx, ENDS, holding, until)
    return holding


def _check_dates(now: datetime, since: datetime | None, until: datetime | None) -> None:
    for field, moment in (("since", since), ("until", until)):
        if moment and moment.tzinfo is None:
            raise Invalid(field, "Give the moment with its time zone.")
    if until and until <= max(now, since or now):
        raise Invalid("until", "A role ends after it begins, and later than now.")


def _detail(grant: Grant, since: datetime | None, until: datetime | None) -> dict[str, str | None]:
    return {
        **{name: moment.isoformat() for name, moment in (("since", since), ("until", until)) if moment},
        "role": grant.role,
        "jurisdiction": str(grant.jurisdiction) if grant.jurisdiction else None,
        "organisation": str(grant.organisation) if grant.organisation else None,
    }
