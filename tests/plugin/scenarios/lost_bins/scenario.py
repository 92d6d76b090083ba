"""A whole scenario by declaration: a matter, two rules, a map layer and a page. Nothing of the platform is changed."""

from datetime import timedelta

from yiwang.plugin import (
    Column,
    Count,
    Figure,
    Given,
    Layer,
    Map,
    Matter,
    NoteCase,
    Page,
    PutFigure,
    Read,
    ReportEvent,
    Rule,
    Scenario,
    Style,
    Table,
    Tell,
    Text,
)

OURS = Read(of="cases", matters=("lost_bins.01",))
LITTER = Read(of="cases", matters=("06002",))


def count(given: Given) -> list[object]:
    """Three heaps of litter open at once: a bin is missing somewhere."""
    heaps = [case for case in given.reads["litter"] if case["state"] not in ("closed", "void")]
    found: list[object] = [PutFigure(key="heaps", value=len(heaps))]
    if len(heaps) >= 3:
        key = f"bins {given.at:%Y-%m-%d}"
        text = f"{len(heaps)} 处垃圾堆积，可能缺少垃圾桶"
        found.append(ReportEvent(matter="lost_bins.01", text=text, key=key, jurisdiction="310107005001"))
        found.append(Tell(unit="CY", zh="疑似缺桶", en="A bin may be missing", text=text, key=key))
    return found


def greet(given: Given) -> list[object]:
    """Say on each new heap of litter what the scenario makes of it."""
    ours = [fact["case"] for fact in given.facts if fact["case"]["matter"] == "06002"]
    return [NoteCase(case=case["id"], text="缺桶场景已记录") for case in ours]


SCENARIO = Scenario(
    api="1.0",
    name="lost_bins",
    zh="缺桶发现",
    en="Lost bins",
    version="1.0",
    reads=("cases",),
    verbs=("report_event", "tell", "note_case", "put_figure"),
    jurisdictions=("310107005000",),
    matters=(Matter(code="lost_bins.01", name="缺少垃圾桶", major="06", major_name="市容环境"),),
    rules=(
        Rule(name="count", every=timedelta(minutes=10), reads={"litter": LITTER}, decide=count),
        Rule(name="greet", on=("case.filed",), decide=greet),
    ),
    layers=(Layer(name="heaps", zh="垃圾堆", en="Heaps", read=LITTER, style=Style(color="#8e44ad", label="title")),),
    pages=(
        Page(
            name="overview",
            zh="缺桶一览",
            en="Overview",
            blocks=(
                Text(zh="三处以上垃圾堆积时提示缺桶。", en="Three heaps or more hint at a missing bin."),
                Figure(key="heaps", zh="未结垃圾堆", en="Open heaps", unit="处"),
                Count(zh="我可见的垃圾堆", en="Heaps I may see", read=LITTER),
                Table(
                    zh="垃圾堆",
                    en="Heaps",
                    read=LITTER,
                    columns=(
                        Column(field="number", zh="案卷号", en="Number"),
                        Column(field="state", zh="状态", en="State"),
                    ),
                ),
                Map(zh="分布", en="Where", layer="heaps"),
            ),
        ),
    ),
)
