"""Proposals: rules of poor precision get another threshold, devices are to be repaired or retired, with the effect."""

import math
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.handling.model import Effect, Tally, threshold_for
from yiwang.alarms.handling.store import proposals as decisions
from yiwang.alarms.handling.store import verdicts as store
from yiwang.alarms.handling.store.proposals import Kept
from yiwang.alarms.store import trials as runs
from yiwang.alarms.store.trials import Trial
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.sensing import classes

MOST_VALUES = 10_000
MOST = 200
LEVELS = ("above", "below")
YEAR = 365.25 * 86_400


@dataclass(frozen=True)
class Proposal:
    """What to do about a rule's condition or a device, by the verdicts it has."""

    about: Literal["rule", "device"]
    key: str
    tally: Tally
    action: Literal["threshold", "review", "repair", "retire"]
    reason_zh: str
    reason_en: str
    bound: float | None = None
    effect: Effect | None = None
    device: dict[str, Any] | None = None
    trial: Trial | None = None

    @property
    def effect_bound(self) -> float:
        """Return the bound that is proposed; of what has none, NaN."""
        return self.effect.bound if self.effect else math.nan


async def proposals(
    tx: Tx, actor: Actor, *, at: datetime, verdicts: int = 20, precision: float = 0.5
) -> list[Proposal]:
    """Return what is proposed for rules and devices with enough verdicts and a precision below the one given.

    Rules are the whole platform's: only who sees all of it is shown them.
    """
    if not 0 < precision <= 1:
        raise Invalid("precision", "A precision lies above 0 and up to 1.")
    scope = actor.scope("alarms.read")
    found: list[Proposal] = []
    if scope.everything:
        poor = await store.poor(tx, "rule", verdicts, precision, MOST)
        kept = await decisions.of_keys(tx, "rule", [tally.key for tally in poor])
        trials = await runs.of_ids(tx, [one.trial_id for one in kept.values() if one.trial_id])
        for tally in poor:
            one = kept.get(tally.key)
            if not _settled(tally, one, verdicts):
                trial = trials.get(one.trial_id) if one and one.trial_id else None
                found.append(replace(await _of_rule(tx, tally), trial=trial))
    return found + await _of_devices(tx, scope, verdicts, precision, at)


def _settled(tally: Tally, kept: Kept | None, verdicts: int) -> bool:
    """Say whether somebody has decided, and too few verdicts have come since."""
    return kept is not None and kept.counted is not None and tally.counted < kept.counted + verdicts


async def _of_rule(tx: Tx, tally: Tally) -> Proposal:
    rule, condition = tally.key.rsplit("/", 1)
    told = await store.last_explanation(tx, rule, condition) or {}
    told = told.get("condition", told) if isinstance(told.get("condition", told), dict) else told
    bound = told.get("bound")
    effect = None
    if told.get("kind") in LEVELS:
        judged = await store.values_of(tx, rule, condition, MOST_VALUES)
        effect = threshold_for(judged, above=told["kind"] == "above")
    share = f"{(tally.precision or 0) * 100:.0f}%"
    if effect is None:
        zh = f"准确率 {share}，改阈值不能减少误报：请复核条件、持续时间或时段"
        en = f"Precision {share}; no other threshold helps: review the condition, its duration or its hours."
        return Proposal("rule", tally.key, tally, "review", zh, en, bound)
    after = f"{(effect.precision or 0) * 100:.0f}%"
    zh = f"准确率 {share}；阈值改为 {effect.bound:g} 可少误报 {effect.removed_false} 次，准确率升至 {after}"
    en = f"Precision {share}; with {effect.bound:g} there are {effect.removed_false} fewer false alarms ({after})."
    return Proposal("rule", tally.key, tally, "threshold", zh, en, bound, effect)


async def _of_devices(tx: Tx, scope: access.Scope, verdicts: int, precision: float, at: datetime) -> list[Proposal]:
    enough = max(verdicts // 4, 3)
    poor = await store.poor(tx, "device", enough, precision, MOST)
    owned, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    kept, more = access.within(scope, "d.jurisdiction_id", "d.maintainer_id")
    ids = [UUID(tally.key) for tally in poor]
    devices = await store.devices(tx, ids, f"({owned} OR {kept})", [*params, *more]) if ids else {}
    lifetimes = {body.code: body.lifetime_years for body in classes.shipped()}
    settled = await decisions.of_keys(tx, "device", [tally.key for tally in poor])
    found = []
    for tally in poor:
        if _settled(tally, settled.get(tally.key), enough):
            continue
        device = devices.get(UUID(tally.key))
        if device and device["state"] != "retired":
            found.append(_of_device(tally, device, lifetimes.get(device["class_code"]), at))
    return found


def _of_device(tally: Tally, device: dict[str, Any], lifetime: int | None, at: datetime) -> Proposal:
    installed = device["installed_on"]
    old = bool(installed and lifetime and (at.date() - installed).total_seconds() / YEAR >= lifetime)
    share = f"{(tally.precision or 0) * 100:.0f}%"
    if old:
        zh = f"准确率 {share}，已到 {lifetime} 年使用年限：建议退役"
        en = f"Precision {share}, past its lifetime: retire it."
        return Proposal("device", tally.key, tally, "retire", zh, en, device=device)
    zh, en = f"准确率 {share}：建议检修", f"Precision {share}: have it repaired."
    return Proposal("device", tally.key, tally, "repair", zh, en, device=device)
