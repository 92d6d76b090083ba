"""What becomes of proposals: a bound is tried over the history, accepted or refused; devices are repaired, retired."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from pydantic import ValidationError

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.alarms.handling.facts import AlarmProposalDecided
from yiwang.alarms.handling.proposing import proposals
from yiwang.alarms.handling.store import proposals as store
from yiwang.alarms.handling.store import verdicts
from yiwang.alarms.handling.store.proposals import Kept
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.rules.book import in_force
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.alarms.trying import Trial
from yiwang.alarms.trying import ask as ask_trial
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.sensing.devices import set_state

MANAGE, WRITE = "alarms.manage", "devices.write"
LONGEST = timedelta(days=90)
MOST_TRIED = 5  # proposals that the platform tries by itself in one go
Decision = Literal["accepted", "refused"]


@dataclass(frozen=True)
class Asked:
    """A decision: about a rule's condition ("rule/condition") or a device; a bound makes it a new threshold."""

    about: Literal["rule", "device"]
    key: str
    action: Literal["threshold", "review", "repair", "retire"]
    decision: Decision
    bound: float | None = None
    reason: str = ""


async def try_proposal(tx: Tx, actor: Actor, key: str, bound: float, *, at: datetime) -> Trial:
    """Have a bound of one ("rule/condition") tried over the readings since its first verdict, 90 days at most."""
    _may_manage(actor)
    rule, condition = _named(key)
    rules = changed(await in_force(tx, at), rule, condition, bound)
    first = await store.first_judged(tx, rule, condition)
    since = max((first or at) - timedelta(hours=1), at - LONGEST)
    trial = await ask_trial(tx, actor, rules, since, at, at=at)
    store.tried(tx, uuid7(tx.at), "rule", key, trial.id, bound)
    return trial


async def try_proposals(tx: Tx, actor: Actor, *, at: datetime) -> int:
    """Ask for a trial of each proposed threshold that has none yet, a few at once; return of how many."""
    proposed = [one for one in await proposals(tx, actor, at=at) if one.action == "threshold" and one.effect]
    fresh = [one for one in proposed if one.trial is None or _bound_of(one.trial, one.key) != one.effect_bound]
    asked = 0
    for one in fresh[:MOST_TRIED]:
        try:
            await try_proposal(tx, actor, one.key, one.effect_bound, at=at)
        except (NotFound, Invalid, Conflict):  # the rule has ended or is another now; enough trials wait
            continue
        asked += 1
    return asked


async def decide(tx: Tx, actor: Actor, asked: Asked, *, at: datetime) -> None:
    """Accept or refuse a proposal; what is accepted happens: the rule changes, the device is repaired or retired.

    It is proposed again when as many new verdicts have come as a proposal needs.
    """
    if asked.decision == "refused" and not asked.reason.strip():
        raise Invalid("reason", "Say why: whoever looks at the rule next will ask.")
    device = await _reach(tx, actor, asked)
    tally = (await verdicts.tallies(tx, asked.about, [asked.key])).get(asked.key)
    if tally is None:
        raise NotFound("Nothing is proposed about this: it has no verdicts.")
    new = uuid7(tx.at)
    what = asked.about, asked.key, asked.action
    done = await store.decide(
        tx, new, what, asked.decision, bound=asked.bound, reason=asked.reason.strip(), counted=tally.counted,
        by=(actor.id, actor.name), at=at,
    )  # fmt: skip
    if not done:
        raise Conflict("Somebody has decided this already, and no verdict has come since.")
    if asked.decision == "accepted":
        await _carry_out(tx, actor, asked, device, at)
    detail = {"about": asked.about, "key": asked.key, "action": asked.action, "bound": asked.bound}
    access.audit(tx, actor, f"alarms.proposal_{asked.decision}", "proposal", new, at, detail)
    told = AlarmProposalDecided(
        new, asked.about, asked.key, asked.action, asked.decision, asked.bound, device["id"] if device else None
    )
    await ledger.record(tx, told, at=at, actor=actor.id)


async def decided(tx: Tx, actor: Actor, *, limit: int = 100) -> Sequence[Kept]:
    """Return the last decisions about proposals, for who sees the whole platform's alarms."""
    if not actor.scope("alarms.read").everything:
        raise Forbidden("Decisions about rules are the whole platform's; your role reaches only a part of it.")
    return await store.decided(tx, limit)


def changed(now: RuleSet, rule: str, condition: str, bound: float) -> RuleSet:
    """Return a rule with another bound for one condition, and what it refers to; `clear` keeps its distance."""
    one = next((each for each in now.rules if each.code == rule), None)
    if one is None or all(each.code != condition for each in one.conditions):
        raise NotFound(f"The rule {rule} is not in force any more, or has no condition {condition}.")
    try:
        conditions = tuple(_moved(each, bound) if each.code == condition else each for each in one.conditions)
    except ValidationError as error:
        raise Invalid("bound", f"{error.errors()[0]['msg']}.") from None
    return RuleSet(
        schedules=now.schedules,
        rules=(one.model_copy(update={"conditions": conditions}),),
        overrides=tuple(each for each in now.overrides if each.rule == rule),
        fences=tuple(each for each in now.fences if (each.device_class, each.metric) == (one.device_class, one.metric)),
    )


def _moved(condition: Condition, bound: float) -> Condition:
    told = condition.model_dump()
    if condition.clear is not None and condition.bound is not None:
        told["clear"] = condition.clear + bound - condition.bound
    return Condition.model_validate(told | {"bound": bound})


async def _reach(tx: Tx, actor: Actor, asked: Asked) -> dict[str, Any] | None:
    """Refuse what the actor may not decide; return the device it is about."""
    if asked.about == "rule":
        _may_manage(actor)
        _named(asked.key)
        return None
    where, params = access.within(actor.scope(WRITE), "d.jurisdiction_id", "d.organisation_id")
    try:
        device = UUID(asked.key)
    except ValueError:
        raise Invalid("key", "Name the device by its id.") from None
    found = (await verdicts.devices(tx, [device], where, params)).get(device)
    if found is None:
        raise NotFound("There is no such device among those you answer for.")
    return found


async def _carry_out(tx: Tx, actor: Actor, asked: Asked, device: dict[str, Any] | None, at: datetime) -> None:
    """Do what was accepted; of a repair the event centre hears by the fact, of a review there is nothing to do."""
    if asked.action == "threshold":
        if asked.about != "rule" or asked.bound is None:
            raise Invalid("bound", "Give the new bound of the condition.")
        rules = changed(await in_force(tx, at), *_named(asked.key), asked.bound)
        note = asked.reason.strip() or "proposal"
        await publish_rules(tx, actor, rules, valid_from=at, at=at, note=note)
    elif asked.action == "retire":
        if device is None:
            raise Invalid("action", "Only a device is retired.")
        await set_state(tx, actor, device["id"], "retired", at=at)
    elif asked.action == "repair" and device is None:
        raise Invalid("action", "Only a device is repaired.")


def _may_manage(actor: Actor) -> None:
    if not actor.scope(MANAGE).everything:
        raise Forbidden("Alarm rules are the whole platform's; your role reaches only a part of it.")


def _named(key: str) -> tuple[str, str]:
    rule, slash, condition = key.rpartition("/")
    if not slash:
        raise Invalid("key", "Name the rule and its condition: SMK.fire/fire.")
    return rule, condition


def _bound_of(trial: Trial, key: str) -> float | None:
    """Return the bound that a trial tried for a condition."""
    rule, condition = _named(key)
    for one in trial.rules.get("rules", ()):
        for each in one["conditions"] if one["code"] == rule else ():
            if each["code"] == condition:
                found: float | None = each["bound"]
                return found
    return None
