"""A scenario that misbehaves: it takes all the memory there is."""

from datetime import timedelta

from yiwang.plugin import Given, Rule, Scenario


def decide(given: Given) -> list[object]:
    hoard = []
    while True:
        hoard.append(bytearray(1 << 28))


SCENARIO = Scenario(
    api="1.0",
    name="hoards",
    zh="耗尽内存",
    en="Hoards",
    version="1",
    rules=(Rule(name="always", every=timedelta(minutes=1), seconds=10, decide=decide),),
)
