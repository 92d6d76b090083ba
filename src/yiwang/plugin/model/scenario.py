"""A scenario: its manifest, matters and rules; and the version of the door it was written for."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from yiwang.plugin.model.pages import Count, Figure, Label, Layer, Map, Name, Page, Table
from yiwang.plugin.model.proposals import Given, Proposal
from yiwang.plugin.model.reads import Declared, Read, ReadKind

API = "1.0"  # major: what breaks a scenario; minor: what is added
Verb = Literal["report_event", "tell", "note_case", "put_figure"]
# verb → the permission of its actor; None needs none
VERBS: dict[str, str | None] = {
    "report_event": "reports.create",
    "tell": "people.read",
    "note_case": "cases.read",
    "put_figure": None,
}
# The facts a rule may wait for: all of them are about a case.
FACTS = (
    "case.filed",
    "case.dispatched",
    "case.received",
    "case.returned",
    "case.handled",
    "case.closed",
    "case.overdue",
)
LONGEST = 10.0  # seconds a rule may take at most


def api_fault(wanted: object) -> str | None:
    """Return why a scenario written for this version of the door cannot come in, None when it can."""
    parts = str(wanted).split(".")
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        return (
            f'A scenario names the version of the door it was written for, as in api="{API}"; this one says {wanted!r}.'
        )
    (major, minor), (ours, most) = map(int, parts), map(int, API.split("."))
    if major != ours or minor > most:
        return f"This scenario was written for version {wanted} of the scenario door; this platform has {API}."
    return None


class Matter(Declared):
    """A matter the scenario adds to the catalogue. Its code begins with the scenario's name and a dot."""

    code: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")
    name: Label
    major: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")
    major_name: Label
    limit_value: float = Field(5, gt=0, le=10_000)
    limit_unit: Literal["working_days", "working_hours", "calendar_days", "urgent_hours"] = "working_days"
    urgent: bool = False
    check: bool = True
    merge_radius: float = Field(50, ge=0, le=5_000)
    merge_hours: float = Field(24, ge=0, le=10_000)
    words: tuple[str, ...] = Field((), max_length=50)


class Rule(Declared):
    """A pure function from what is given to proposals, run `on` facts or `every` so often; not both."""

    name: Name
    every: timedelta | None = Field(None, ge=timedelta(seconds=1), le=timedelta(days=31))
    on: tuple[str, ...] = ()
    reads: dict[str, Read] = Field(default_factory=dict, max_length=10)
    seconds: float = Field(2.0, gt=0, le=LONGEST)
    decide: Callable[[Given], Sequence[Proposal]] | None = Field(None, exclude=True)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.every is None) == (not self.on):
            raise ValueError(f"rule {self.name}: say either `every` or `on`")
        if unknown := [fact for fact in self.on if fact not in FACTS]:
            raise ValueError(f"rule {self.name}: no rule may wait for {unknown[0]}; it may for {', '.join(FACTS)}")
        return self


class Scenario(Declared):
    """All that a scenario is. `reads` and `verbs` are what it asks for; an administrator allows it, or not.

    `jurisdictions` are codes; left out, the administrator says where.
    """

    api: str
    name: str = Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")
    zh: Label
    en: Label
    version: str = Field(pattern=r"^[0-9A-Za-z.+-]{1,40}$")
    reads: tuple[ReadKind, ...] = ()
    verbs: tuple[Verb, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = Field((), max_length=50)
    rules: tuple[Rule, ...] = Field((), max_length=20)
    layers: tuple[Layer, ...] = Field((), max_length=20)
    pages: tuple[Page, ...] = Field((), max_length=20)

    @model_validator(mode="before")
    @classmethod
    def _version_first(cls, given: Any) -> Any:
        if isinstance(given, dict) and (fault := api_fault(given.get("api"))):
            raise ValueError(fault)
        return given

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for fault in self._faults():
            raise ValueError(fault)
        return self

    def _faults(self) -> Iterator[str]:
        for matter in self.matters:
            if not matter.code.startswith(f"{self.name}."):
                yield f"matter {matter.code}: its code begins with {self.name}."
        for named in (self.rules, self.layers, self.pages):
            names = [one.name for one in named]
            if len(set(names)) < len(names):
                yield f"two of one name: {', '.join(sorted(names))}"
        for read in self.all_reads():
            if read.of not in self.reads:
                yield f"it reads {read.of} without asking for it in `reads`"
        yield from self._page_faults()

    def _page_faults(self) -> Iterator[str]:
        layers = {layer.name for layer in self.layers}
        for page in self.pages:
            for block in page.blocks:
                if isinstance(block, Map) and block.layer not in layers:
                    yield f"page {page.name}: there is no layer {block.layer}"
                if isinstance(block, Figure) and "put_figure" not in self.verbs:
                    yield "it shows figures of its rules without asking for put_figure in `verbs`"

    def all_reads(self) -> Iterator[Read]:
        """Yield every declared read."""
        for rule in self.rules:
            yield from rule.reads.values()
        for layer in self.layers:
            yield layer.read
        for page in self.pages:
            yield from (block.read for block in page.blocks if isinstance(block, Table | Count))
