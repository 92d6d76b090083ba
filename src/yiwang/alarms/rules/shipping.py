"""The rules that every platform begins with."""

from datetime import datetime
from functools import cache
from importlib.resources import files

from yiwang import definitions
from yiwang.access import Actor
from yiwang.alarms.model import toml
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.rules.book import KINDS
from yiwang.db import Tx


@cache
def shipped() -> RuleSet:
    """Return the rules after the standards of the classes."""
    return toml.read((files("yiwang.alarms.rules") / "data" / "rules.toml").read_text(encoding="utf-8"))


async def publish_shipped(tx: Tx, actor: Actor, *, at: datetime, valid_from: datetime) -> None:
    """Publish what is shipped; again is harmless, and a declaration that a district has changed or ended stays so."""
    for name, kind in KINDS.items():
        bodies = getattr(shipped(), name)
        known = {version.code for version in await definitions.history(tx, kind)} if bodies else set()
        new = [body for body in bodies if kind.code_of(body) not in known]
        if new:
            await definitions.publish(tx, actor, kind, new, valid_from=valid_from, at=at, note="shipped")
