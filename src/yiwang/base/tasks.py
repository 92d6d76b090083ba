"""Ending tasks of asyncio for sure."""

import asyncio
from collections.abc import Iterable
from typing import Any

AGAIN = 3.0  # seconds


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they are over; their errors are looked at by nobody.

    Before Python 3.12 `asyncio.wait_for`, which pools of connections use, can lose a cancellation: what still runs
    after `AGAIN` seconds is cancelled once more.
    """
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        over, left = await asyncio.wait(left, timeout=AGAIN)
        for task in over:
            if not task.cancelled():
                task.exception()
