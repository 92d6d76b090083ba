"""Changing the master key: by whom, with its trace before and after."""

from datetime import datetime

from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring, Rotated, rotate
from yiwang.db.database import Database


async def change_master(database: Database, keyring: Keyring, actor: Actor, *, at: datetime) -> Rotated:
    """Wrap every data key with a new master key, or finish a change that was broken off."""
    actor.scope("platform.settings")
    async with database.tx() as tx:
        audit(tx, actor, "keys.rotation_begun", "key_file", None, at, {"from": keyring.master_name.hex()})
    done = await rotate(database, keyring)
    async with database.tx() as tx:
        detail = {"name": done.name, "keys": done.keys, "resumed": done.resumed}
        audit(tx, actor, "keys.rotated", "key_file", None, at, detail)
    return done
