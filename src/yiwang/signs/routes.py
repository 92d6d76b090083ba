"""HTTP of the signs: the board of a place, one sign, its parts and rows, the pulse; thresholds; values sent."""

import asyncio
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from yiwang.access.door import Door, Visit
from yiwang.base.moments import Moment
from yiwang.base.paging import checked_limit
from yiwang.signs import asking, behind, declaring, pushing
from yiwang.signs.at_place import AtPlace, Code, InBooks, InTree
from yiwang.signs.model import Sign
from yiwang.signs.model.tree import Place
from yiwang.signs.shapes import (
    LEVELS,
    Dimension,
    PulseOut,
    ScoreOut,
    SignActionOut,
    SignBoardOut,
    SignDefinitionOut,
    SignDetailOut,
    SignEditAsk,
    SignNowOut,
    SignPartOut,
    SignPartsOut,
    SignPlaceOut,
    SignPointOut,
    SignRowOut,
    SignRowsOut,
    SignValuesAsk,
    SignValuesOut,
    SignVersionOut,
    SignVersionsOut,
)

TOML: dict[int | str, dict[str, Any]] = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}
router = APIRouter(prefix="/api", route_class=Door, tags=["signs"])


@router.get("/signs")
async def list_signs(visit: Visit, place: AtPlace, tree: InTree, dimension: Dimension | None = None) -> SignBoardOut:
    """Every sign of a place with its value, level, time of its data, and last points."""
    found = await asking.board(visit.tx, place, dimension=dimension, at=visit.at)
    above = []
    one = place
    while one.parent:
        one = tree.places[tree.position[one.parent]]
        above.append(one)
    scope = visit.actor.scope(declaring.READ)
    if not scope.everything:
        above = []
    return SignBoardOut(
        place=SignPlaceOut.model_validate(place),
        parents=[SignPlaceOut.model_validate(each) for each in reversed(above)],
        children=[SignPlaceOut.model_validate(each) for each in tree.children.get(place.id, ())],
        items=[_now(each, place) for each in found],
    )


@router.get("/signs.toml", response_class=Response, responses=TOML)
async def export_signs(visit: Visit) -> Response:
    """The definitions in force as TOML."""
    text = await declaring.export_toml(visit.tx, visit.actor, at=visit.at)
    return Response(text, media_type="application/toml; charset=utf-8")


@router.get("/pulse")
async def get_pulse(visit: Visit, place: AtPlace) -> PulseOut:
    """The pulse of a place, 0 to 100, with its dimensions and facets and their last seven days."""
    found = await asking.pulse(visit.tx, place, at=visit.at)
    return PulseOut(
        place=SignPlaceOut.model_validate(place),
        items=[
            ScoreOut(
                code=one.score.code, kind=one.score.kind, name_zh=one.score.name_zh, name_en=one.score.name_en,
                value=one.value, level=LEVELS[one.level + 1], signs=list(one.signs),
                history=[_point(each) for each in one.history],
            )
            for one in found
        ],
    )  # fmt: skip


@router.get("/signs/{code}")
async def get_sign(
    code: Code,
    visit: Visit,
    place: AtPlace,
    books: InBooks,
    start: Annotated[Moment | None, Query(alias="from")] = None,
    end: Annotated[Moment | None, Query(alias="to")] = None,
) -> SignDetailOut:
    """One sign of a place: definition, explanation, history in (from, to], and what was done when it was red."""
    found = await asking.detail(visit.tx, code, place, start=start, end=end, zone=books.zone, at=visit.at)
    return SignDetailOut(
        place=SignPlaceOut.model_validate(place),
        now=_now(found.now, place),
        definition=_definition(found.now.sign),
        explanation=found.explanation,
        error=found.error,
        z=found.z,
        mean=found.mean,
        sd=found.sd,
        samples=found.samples,
        before=found.before,
        year_ago=found.year_ago,
        history=[_point(one) for one in found.history],
        actions=[SignActionOut.model_validate(dict(one)) for one in found.actions],
    )


@router.get("/signs/{code}/nodes")
async def list_sign_parts(
    code: Code,
    visit: Visit,
    place: AtPlace,
    tree: InTree,
    level: Literal["street", "sector", "neighbourhood"] | None = None,
) -> SignPartsOut:
    """A sign or a score at the places directly below, or at all of a level below: for ranks and the map."""
    found = await asking.parts(visit.tx, code, place, level=level, tree=tree, at=visit.at)
    return SignPartsOut(
        items=[
            SignPartOut(
                id=one.place.id, name=one.place.name, place_level=one.place.level, value=one.value, top=one.top,
                bottom=one.bottom, n=one.n, level=LEVELS[one.level + 1], rank=one.rank,
            )
            for one in found
        ]
    )  # fmt: skip


@router.get("/signs/{code}/rows")
async def list_sign_rows(
    code: Code,
    visit: Visit,
    place: AtPlace,
    tree: InTree,
    books: InBooks,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
    limit: int = 50,
) -> SignRowsOut:
    """The rows behind the value of a sign at a place; those that count in it first."""
    await declaring.one_in_force(visit.tx, code, visit.at)
    folder = Path(visit.app.state.data_dir) / "lake" / "signs"
    page = await asyncio.to_thread(
        behind.rows_behind, folder, code, place.id, tree=tree, cursor=cursor, limit=checked_limit(limit)
    )
    locator = await books.locators.at(visit.tx, visit.at)
    labels = await asking.labels(visit.tx, visit.actor, page.items)
    rows = []
    for one in page.items:
        node = locator.nodes.get(one.node) if one.node else None
        more = {"place": node.name if node else "", "label": labels.get(one.item, "")}
        rows.append(SignRowOut.model_validate(one).model_copy(update=more))
    return SignRowsOut(items=rows, next=page.next)


@router.get("/signs/{code}/versions")
async def list_sign_versions(code: Code, visit: Visit) -> SignVersionsOut:
    """Every version of a definition, the latest first."""
    found = await declaring.versions(visit.tx, visit.actor, code)
    return SignVersionsOut(
        items=[
            SignVersionOut(
                number=one.number, valid_from=one.valid_from, valid_to=one.valid_to, note=one.note,
                definition=_definition(one.body),
            )
            for one in reversed(found)
        ]
    )  # fmt: skip


@router.put("/signs/{code}")
async def edit_sign(code: Code, ask: SignEditAsk, visit: Visit) -> SignDefinitionOut:
    """Put other thresholds, owner or consequence in force from now on, as a new version."""
    changes: dict[str, Any] = ask.model_dump(exclude={"note"}, exclude_none=True)
    return _definition(await declaring.edit(visit.tx, visit.actor, code, changes, note=ask.note, at=visit.at))


@router.put("/signs/{code}/values")
async def send_sign_values(code: Code, ask: SignValuesAsk, visit: Visit, tree: InTree) -> SignValuesOut:
    """Send values of a sign that no source of the platform gives; the next computation shows them."""
    values = [pushing.Sent(**one.model_dump()) for one in ask.values]
    return SignValuesOut(written=await pushing.send(visit.tx, visit.actor, code, values, tree=tree, at=visit.at))


def _now(one: asking.Now, place: Place) -> SignNowOut:
    sign = one.sign
    return SignNowOut(
        **sign.model_dump(
            include={"code", "name_zh", "name_en", "dimension", "group", "facet", "unit", "period", "direction", "core"}
        ),
        external=sign.external, judged=place.level in sign.levels, state=one.state, at=one.at, as_of=one.as_of,
        value=one.value, top=one.top, bottom=one.bottom, n=one.n, level=LEVELS[one.level + 1], since=one.since,
        spark=list(one.spark),
    )  # fmt: skip


def _point(one: asking.Point) -> SignPointOut:
    return SignPointOut(at=one.at, value=one.value, level=LEVELS[one.level + 1])


def _definition(sign: Sign) -> SignDefinitionOut:
    return SignDefinitionOut.model_validate(sign.model_dump())
