"""A scenario that misbehaves: it oversteps."""

from datetime import timedelta

from yiwang.plugin import Given, PutFigure, ReportEvent, Rule, Scenario


def decide(given: Given) -> list[object]:
    asked = ReportEvent(matter="06002", text="在别的街道", key="x", jurisdiction="310107015001")
    return [PutFigure(key="done", value=1), asked]


SCENARIO = Scenario(
    api="1.0",
    name="oversteps",
    zh="越权",
    en="Oversteps",
    version="1",
    verbs=("put_figure", "report_event"),
    jurisdictions=("310107005000",),
    rules=(Rule(name="always", every=timedelta(minutes=1), decide=decide),),
)
