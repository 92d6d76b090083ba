"""How often one address may do something within an hour; addresses are kept only hashed with a key of ours."""

import math
from datetime import datetime, timedelta

from yiwang.access import Keyring
from yiwang.db import Tx
from yiwang.residents import store
from yiwang.residents.model import network_of

HOUR = timedelta(hours=1)


def who(keyring: Keyring, address: str) -> bytes:
    """Return what stands for an address."""
    return keyring.blind("address", network_of(address))


async def allow(tx: Tx, one: bytes, kind: str, most: int) -> int | None:
    """Count one more; return None when it may go on, else the seconds until it may again."""
    return None if await store.count_try(tx, one, kind, hour_of(tx.at), most) else seconds_left(tx.at)


async def spent(tx: Tx, one: bytes, kind: str, most: int) -> int | None:
    """Return the seconds to wait when all tries are used up, without counting one."""
    return seconds_left(tx.at) if await store.tries(tx, one, kind, hour_of(tx.at)) >= most else None


def hour_of(at: datetime) -> datetime:
    """Return the beginning of the hour a moment lies in."""
    return at.replace(minute=0, second=0, microsecond=0)


def seconds_left(at: datetime) -> int:
    """Return the seconds until the next hour begins."""
    return max(1, math.ceil((hour_of(at) + HOUR - at).total_seconds()))
