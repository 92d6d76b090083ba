"""A process that has loaded everything and forks drivers: `go` on stdin makes one and answers with its number.

Run as `python -m tests.alarms.forking URL`. A driver that was killed is collected when the next one is asked for.
"""

import asyncio
import os
import sys

import numpy as np

from yiwang.alarms.driving import driver
from yiwang.alarms.kernels.layout import frame, fresh
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.step import step
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import RuleSet
from yiwang.base.clock import SystemClock
from yiwang.base.ids import uuid7
from yiwang.db import Database


def warm() -> None:
    """Have the kernel compiled before anybody waits for it."""
    plans = compile_plans(RuleSet(), [Series(uuid7(SystemClock().now()), "T", "m0")])
    step(fresh(plans), plans, frame([0], [1], [1.0]), 1)
    np.zeros(1)


async def drive(url: str) -> None:
    async with Database(url, SystemClock(), size=3) as database:
        await driver.work(database)


def main(url: str) -> None:
    warm()
    print("ready", flush=True)
    child = 0
    for _ in sys.stdin:
        if child:
            os.waitpid(child, 0)
        child = os.fork()
        if not child:
            os.dup2(2, 1)  # what it logs is no answer
            asyncio.run(drive(url))
            os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
