"""A scenario that misbehaves: it hangs."""

from datetime import timedelta

from yiwang.plugin import Given, Rule, Scenario


def decide(given: Given) -> list[object]:
    while True:
        pass


SCENARIO = Scenario(
    api="1.0",
    name="hangs",
    zh="不答",
    en="Hangs",
    version="1",
    rules=(Rule(name="always", every=timedelta(minutes=1), seconds=0.5, decide=decide),),
)
