"""HTTP of rules and of contexts."""

from dataclasses import asdict
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.alarms.model import toml
from yiwang.alarms.model.rules import Fence, RuleSet
from yiwang.alarms.rules import contexts, declaring, fences

router = APIRouter(prefix="/api/alarm-rules", route_class=Door, tags=["alarms"])
places = APIRouter(prefix="/api/alarm-contexts", route_class=Door, tags=["alarms"])
Part = Literal["schedules", "rules", "overrides", "combinations", "fences"]
TOML = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}


class RulesAsk(BaseModel):
    """A rule set as TOML or as an object. `replace`: what is not in it ends."""

    toml: Annotated[str | None, Field(max_length=2_000_000)] = None
    rules: RuleSet | None = None
    valid_from: AwareDatetime | None = None
    replace: bool = False
    note: Annotated[str, Field(max_length=500)] = ""
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rules is None):
            raise ValueError("send either toml or rules")
        return self

    def given(self) -> RuleSet:
        """Return the set, however it was sent."""
        return self.rules if self.rules is not None else toml.read(self.toml or "")


class RulesReport(BaseModel):
    """What was published, or would be: "alarm_rule SMK.fire" and the like; of changed ones the fields."""

    new: list[str]
    changed: dict[str, list[str]]
    same: list[str]
    ended: list[str]
    written: bool


class RuleEndAsk(BaseModel):
    """Which declaration ends: `kind` is the field of a rule set it stands in."""

    kind: Part
    code: Annotated[str, Field(min_length=1, max_length=300)]
    valid_to: AwareDatetime | None = None
    reason: Annotated[str, Field(max_length=500)] = ""


class RuleVersion(BaseModel):
    """A version of a declaration: what it says, from when until when it holds (null: open), and why it was made."""

    version: int
    code: str
    body: dict[str, Any]
    valid_from: AwareDatetime
    valid_to: AwareDatetime | None
    note: str
    recorded: AwareDatetime


class RuleVersions(BaseModel):
    items: list[RuleVersion]


Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Degrees = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]


class FenceAsk(BaseModel):
    """Corners (longitude, latitude in degrees CGCS2000) around the place whose `side` is the wrong one."""

    code: Code
    device_class: Code
    metric: Code
    side: Literal["inside", "outside"]
    ring: Annotated[list[Degrees], Field(min_length=3, max_length=fences.MOST_POINTS)]
    note: Annotated[str, Field(max_length=500)] = ""


class FenceOut(Fence):
    """A fence in force; `outline` is GeoJSON, null where its feature is gone and it judges nothing."""

    outline: dict[str, Any] | None


class FencesOut(BaseModel):
    items: list[FenceOut]


class CircleIn(BaseModel):
    """A point in degrees CGCS2000 and a radius in metres."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    radius_m: Annotated[float, Field(gt=0, le=contexts.FARTHEST)]


class ContextAsk(BaseModel):
    """A named condition over one device, one jurisdiction and all below it, or a circle. `ends` left out: open."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
    begins: AwareDatetime | None = None
    ends: AwareDatetime | None = None
    device_id: UUID | None = None
    jurisdiction_id: UUID | None = None
    circle: CircleIn | None = None
    reason: Annotated[str, Field(max_length=500)] = ""
    source: Annotated[str, Field(max_length=200)] = ""


class ContextOut(BaseModel):
    """A context; `set_name` declared it last, `ended_name` ended it early and said `end_reason`."""

    id: UUID
    code: str
    begins: AwareDatetime
    ends: AwareDatetime | None
    device_id: UUID | None
    jurisdiction_id: UUID | None
    lon: float | None
    lat: float | None
    radius_m: float | None
    reason: str
    source: str
    state: Literal["pending", "active", "ended"]
    device_name: str | None
    set_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")]
    ended_name: Annotated[str, Personal("name", level=1, shown=FULL, why="officials sign what they do")]
    end_reason: str


class ContextsOut(BaseModel):
    items: list[ContextOut]
    next: str | None


class ContextEndAsk(BaseModel):
    """Why it ends before its time."""

    reason: Annotated[str, Field(max_length=500)] = ""


class ContextMade(BaseModel):
    id: UUID


@router.get("")
async def list_alarm_rules(visit: Visit, at: AwareDatetime | None = None) -> RuleSet:
    """The rules in force now, or at a moment."""
    return await declaring.rules_at(visit.tx, visit.actor, at or visit.at)


@router.get("/export", response_class=Response, responses=TOML)  # type: ignore[arg-type]
async def export_alarm_rules(visit: Visit) -> Response:
    """The rules in force as TOML, which the import takes."""
    rules = await declaring.rules_at(visit.tx, visit.actor, visit.at)
    return Response(toml.write(rules), media_type="application/toml; charset=utf-8")


@router.get("/versions")
async def list_rule_versions(
    visit: Visit,
    kind: Part = "rules",
    code: Annotated[str | None, Query(max_length=300)] = None,
) -> RuleVersions:
    """Every version of one declaration, the oldest first; without `code` those in force and to come of all."""
    found = await declaring.versions(visit.tx, visit.actor, kind, code, visit.at)
    return RuleVersions(
        items=[
            RuleVersion(
                version=one.number,
                code=one.code,
                body=one.body.model_dump(mode="json"),
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                note=one.note,
                recorded=one.recorded,
            )
            for one in found
        ]
    )


@router.post("/import")
async def import_alarm_rules(ask: RulesAsk, visit: Visit) -> RulesReport:
    """Publish a rule set as a whole; the driver goes on under it within a second, and no alarm that stands is lost."""
    found = await declaring.publish_rules(
        visit.tx,
        visit.actor,
        ask.given(),
        valid_from=ask.valid_from or visit.at,
        at=visit.at,
        note=ask.note,
        replace=ask.replace,
        dry_run=ask.dry_run,
    )
    return RulesReport(**asdict(found), written=not ask.dry_run)


@router.post("/end", status_code=204)
async def end_alarm_rule(ask: RuleEndAsk, visit: Visit) -> None:
    """Take one declaration out of force; the alarms that stand by it end."""
    await declaring.end_rule(
        visit.tx,
        visit.actor,
        ask.kind,
        ask.code,
        valid_to=ask.valid_to or visit.at,
        at=visit.at,
        reason=ask.reason,
    )


@router.get("/fences")
async def list_fences(visit: Visit) -> FencesOut:
    """The fences in force with their outlines."""
    found = await fences.fences(visit.tx, visit.actor, visit.at)
    return FencesOut(items=[FenceOut(**one.fence.model_dump(), outline=one.outline) for one in found])


@router.post("/fences", status_code=201)
async def draw_fence(ask: FenceAsk, visit: Visit) -> Fence:
    """Publish a fence along corners that were drawn; the same code again moves it."""
    return await fences.draw_fence(
        visit.tx,
        visit.actor,
        ask.code,
        ask.ring,
        device_class=ask.device_class,
        metric=ask.metric,
        side=ask.side,
        at=visit.at,
        note=ask.note,
    )


@places.get("")
async def list_contexts(
    visit: Visit,
    code: Annotated[str | None, Query(max_length=64)] = None,
    state: Literal["pending", "active", "ended"] | None = None,
    words: Annotated[str | None, Query(max_length=100)] = None,
    cursor: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=contexts.MOST)] = 100,
) -> ContextsOut:
    """The contexts of your places, the newest first: without `state` those that hold now or will."""
    page = await contexts.contexts(
        visit.tx, visit.actor, at=visit.at, code=code, state=state, words=words, cursor=cursor, limit=limit
    )
    names = await contexts.device_names(visit.tx, page.items)
    items = [
        ContextOut(
            **asdict(one), state=one.state(visit.at), device_name=names.get(one.device_id) if one.device_id else None
        )
        for one in page.items
    ]
    return ContextsOut(items=items, next=page.next)


@places.post("", status_code=201)
async def set_alarm_context(ask: ContextAsk, visit: Visit) -> ContextMade:
    """Declare a context; the same code and source again changes the one that is there."""
    circle: Any = (ask.circle.lon, ask.circle.lat, ask.circle.radius_m) if ask.circle else None
    found = await contexts.set_context(
        visit.tx,
        visit.actor,
        ask.code,
        begins=ask.begins or visit.at,
        ends=ask.ends,
        at=visit.at,
        device=ask.device_id,
        jurisdiction=ask.jurisdiction_id,
        circle=circle,
        reason=ask.reason,
        source=ask.source,
    )
    return ContextMade(id=found)


@places.post("/{context_id}/end", status_code=204)
async def end_alarm_context(context_id: UUID, visit: Visit, ask: ContextEndAsk | None = None) -> None:
    """End a context now; what it held back and still stands is raised."""
    reason = ask.reason if ask else ""
    await contexts.end_context(visit.tx, visit.actor, context_id, at=visit.at, reason=reason)
