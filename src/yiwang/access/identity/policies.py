"""Rules of roles: set by the security administrator; one's own role's rule can be made stricter only."""

from datetime import datetime, timedelta
from uuid import UUID

from yiwang.access.identity.model.rules import Demand, Policy, demand
from yiwang.access.identity.store import rules as store
from yiwang.access.model import ROLES, Actor, Grant
from yiwang.access.trail import audit
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.db.tx import Tx


async def list_policies(tx: Tx, actor: Actor) -> list[Policy]:
    """Return the rule of every role; a role nobody made a rule for has the loosest."""
    actor.scope("identity.manage")
    made = {row["role"]: Policy(**row) for row in await store.list_policies(tx)}
    return [made.get(role, Policy(role)) for role in ROLES]


async def set_policy(tx: Tx, actor: Actor, policy: Policy, *, at: datetime) -> Policy:
    """Make the rule of a role: it counts from the next sign-in and the next grant on."""
    actor.scope("identity.manage")
    if policy.role not in ROLES:
        raise NotFound("There is no role with this code.")
    before = await policy_of(tx, policy.role)
    if policy.role in actor.roles and policy.looser_than(before):
        raise Forbidden("Nobody loosens the rule of a role they hold themselves. Ask another security administrator.")
    store.put_policy(tx, policy, actor.id)
    detail = {
        "role": policy.role,
        "second_factor": policy.second_factor,
        "most_sessions": policy.most_sessions,
        "longest_minutes": policy.longest_minutes,
        "everywhere": policy.everywhere,
        "most_days": policy.most_days,
    }
    audit(tx, actor, "policy.set", "role", None, at, detail)
    return await policy_of(tx, policy.role)


async def policy_of(tx: Tx, role: str) -> Policy:
    """Return the rule of one role."""
    row = await store.find_policy(tx, role)
    return Policy(**row) if row else Policy(role)


async def demand_on(tx: Tx, account_id: UUID) -> Demand:
    """Return what a sign-in of this account has to satisfy: the strictest of its roles' rules."""
    return demand(Policy(**row) for row in await store.policies_of(tx, account_id))


async def check_allowed(tx: Tx, grant: Grant, since: datetime, until: datetime | None) -> None:
    """Refuse a grant that goes beyond the rule of its role."""
    policy = await policy_of(tx, grant.role)
    if grant.everywhere and not policy.everywhere:
        raise Invalid(
            "jurisdiction", "The rule of this role has it given for a part only: name a jurisdiction or organisation."
        )
    if policy.most_days is not None and (until is None or until > since + timedelta(days=policy.most_days)):
        raise Invalid("until", f"The rule of this role has it end after at most {policy.most_days} days.")
