"""A scenario that misbehaves: its process dies in the middle of a rule, as one does in a broken library."""

import os
import signal
from datetime import timedelta

from yiwang.plugin import Given, Rule, Scenario


def decide(given: Given) -> list[object]:
    os.kill(os.getpid(), signal.SIGSEGV)
    return []


SCENARIO = Scenario(
    api="1.0",
    name="crashes",
    zh="崩溃",
    en="Crashes",
    version="1",
    rules=(Rule(name="always", every=timedelta(minutes=1), decide=decide),),
)
