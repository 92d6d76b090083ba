"""A scenario that misbehaves: it raises."""

from datetime import timedelta

from yiwang.plugin import Given, Rule, Scenario


def decide(given: Given) -> list[object]:
    print("this is no answer")
    raise ZeroDivisionError("nothing to divide")


SCENARIO = Scenario(
    api="1.0",
    name="raises",
    zh="出错",
    en="Raises",
    version="1",
    rules=(Rule(name="always", every=timedelta(minutes=1), decide=decide),),
)
