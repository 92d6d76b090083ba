"""Argon2id off the event loop: hashing, checking, and taking as long for an unknown user as for a known one."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from yiwang.base.errors import TooMany

T = TypeVar("T")
# 64 MiB and two passes in one lane: about 0.1 s of one core (RFC 9106 §4, its second choice of memory).
_HASHER = PasswordHasher(time_cost=2, memory_cost=64 * 1024, parallelism=1)
_AT_ONCE = 2
NONE = "!"  # in the place of a hash: the account has no password
_MOST_WAITING = 32


class _Hashing:
    """Two passwords at a time and a short queue: a flood of sign-ins takes neither the memory nor the event loop."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(_AT_ONCE, "password")
        self.waiting = 0

    async def run(self, work: Callable[..., T], *values: str) -> T:
        if self.waiting >= _MOST_WAITING:
            raise TooMany("Too many people are signing in at this moment. Try again in a few seconds.")
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, work, *values)
        finally:
            self.waiting -= 1


_hashing = _Hashing()


async def hash_password(password: str) -> str:
    """Return the argon2id hash of a password, with its parameters and salt in it."""
    return await _hashing.run(_HASHER.hash, password)


async def password_fits(secret: str | None, password: str) -> bool:
    """Return whether the password is the one hashed; none at all (no such user) takes as long and is never right."""
    if secret is None or secret == NONE:
        await _hashing.run(_verify_against_nobody, password)
        return False
    return await _hashing.run(_verify, secret, password)


def is_outdated(secret: str) -> bool:
    """Return whether the hash was made with other parameters than today's."""
    return secret != NONE and _HASHER.check_needs_rehash(secret)


def _verify(secret: str, password: str) -> bool:
    try:
        return _HASHER.verify(secret, password)
    except VerificationError:
        return False


@cache
def _nobody() -> str:
    return _HASHER.hash("nobody has this password")


def _verify_against_nobody(password: str) -> bool:
    return _verify(_nobody(), password)
