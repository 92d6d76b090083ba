"""The thread that computes: one at a time, behind whatever somebody waits for."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
NICE = 10  # of the scheduler: a tenth of a processor that others want too, all of one that nobody wants


def _stand_back() -> None:
    # On Linux this is of the thread alone, and of the threads that it starts, such as those of DuckDB.
    os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))


_THREAD = ThreadPoolExecutor(1, thread_name_prefix="signs", initializer=_stand_back)


async def in_turn(work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
    """Do what blocks in the thread of the signs."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, lambda: work(*args, **more))
