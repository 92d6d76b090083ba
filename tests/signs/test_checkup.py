"""City check-ups: what changed, who did it, and the files."""

import io
import random
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import docx
import pytest
from tests.signs.conftest import KEEPER, ZONE, Small, sign

from yiwang.base.errors import NotFound
from yiwang.signs.checkup import drawing, making, printing
from yiwang.signs.checkup.composing import compose
from yiwang.signs.checkup.model import Body, span_of
from yiwang.signs.checkup.model.comparing import Sums, contributions, figure, way

MIDNIGHT = datetime(2026, 11, 16, 16, 0, tzinfo=UTC)  # of the 17th, a Tuesday, in Shanghai
DAY = timedelta(days=1)


def test_a_span_is_the_last_one_that_is_over_local_time() -> None:
    at = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)  # Tuesday, 09:00 in Shanghai
    day, week, month = (span_of(name, at, ZONE) for name in ("day", "week", "month"))
    assert (day.start, day.end) == (MIDNIGHT - DAY, MIDNIGHT)
    assert (week.before, week.start, week.end) == (MIDNIGHT - 15 * DAY, MIDNIGHT - 8 * DAY, MIDNIGHT - DAY)
    assert [one.astimezone(ZONE).day for one in (month.before, month.start, month.end)] == [1, 1, 1]
    assert month.titled(ZONE) == "2026年10月"
    assert week.titled(ZONE) == "2026年11月9日至11月15日"


def test_what_places_add_to_a_rate_is_its_change_exactly() -> None:
    rng = random.Random(5)
    rate = sign("PA0001", combine="ratio", scale=100)
    names: dict[UUID, str] = {uuid4(): f"街道{number}" for number in range(3)}

    def world() -> dict[UUID, Sums]:
        made = {node: (rng.randint(0, 40), rng.randint(41, 90)) for node in names}
        return {node: Sums(None, float(top), float(bottom), 0, 1) for node, (top, bottom) in made.items()}

    def whole(world: dict[UUID, Sums]) -> Sums:
        return Sums(
            None, sum(one.top or 0 for one in world.values()), sum(one.bottom or 0 for one in world.values()), 0, 1
        )

    for _ in range(20):
        now, before = world(), world()
        both = whole(now), whole(before)
        total = (figure(rate, both[0]) or 0) - (figure(rate, both[1]) or 0)
        told = contributions(rate, now, before, names, both)
        # Those that went the other way are not named; with three places at most two are missing.
        missing = set(names) - {one.node for one in told}
        against = contributions(rate, before, now, names, both[::-1]) if len(told) < 3 else []
        assert told
        assert all(one.change * total > 0 for one in told)
        if not missing:
            assert sum(one.change for one in told) == pytest.approx(total)
            assert sum(one.share or 0 for one in told) == pytest.approx(100)
        assert len(against) <= 3


@pytest.mark.parametrize(
    ("direction", "now", "before", "levels", "wanted"),
    [
        ("down", 12.0, 10.0, (0, 0), "worse"),
        ("up", 12.0, 10.0, (0, 0), "better"),
        ("down", 10.1, 10.0, (0, 0), "same"),
        ("down", 10.1, 10.0, (2, 1), "worse"),
        ("down", 9.0, 10.0, (2, 1), "worse"),
        ("down", 12.0, None, (0, 0), "unknown"),
        ("band", 12.0, 10.0, (0, 0), "same"),
    ],
)
def test_levels_come_first_then_the_direction(
    direction: str, now: float, before: float | None, levels: tuple[int, int], wanted: str
) -> None:
    limits = {"yellow": "5~50"} if direction == "band" else {}
    assert way(sign("PA0001", direction=direction, **limits), now, before, *levels) == wanted


async def filled(small: Small) -> Body:
    """Three days of two signs: at e1 alarms grow; the rate of the west gets better."""
    await small.declare(
        sign("PA0001", period="1d", yellow="20", red="40", owner="区消防救援支队", name_zh="物联火警数"),
        sign("PA0002", period="1d", combine="ratio", scale=100, direction="up", unit="%", name_zh="完好率"),
        sign("PA0003", period="1d", name_zh="无数据"),
        sign("PA0004", period="1w", name_zh="周指标"),  # nothing of it ends on a Tuesday
    )
    for day, (fires, good) in enumerate(((8.0, 50.0), (10.0, 60.0), (45.0, 90.0))):
        small.tell("PA0001", ("e1", fires), ("w1", 4.0))
        small.tell("PA0002", ("e1", 80.0, 100.0), ("w1", good, 100.0))
        await small.compute(MIDNIGHT - (2 - day) * DAY)
    async with small.database.tx() as tx:
        place, span = small.tree.places[small.tree.root], span_of("day", MIDNIGHT + DAY / 4, ZONE)
        return await compose(tx, place, span, tree=small.tree, zone=ZONE, at=MIDNIGHT)


@pytest.mark.anyio
@pytest.mark.store
async def test_it_says_what_got_worse_where_and_what_to_do(small: Small) -> None:
    body = await filled(small)
    (worse,) = body.worse
    assert (worse.value, worse.before, worse.level, worse.level_before) == (49.0, 14.0, 3, 0)
    assert [(one.name, one.change, one.share) for one in worse.contributions] == [("east", 35.0, 100.0)]
    assert worse.why == "由14变为49，转差，等级由正常变为红色。主要来自east（+35，占100%）。"
    assert worse.todo.startswith("区消防救援支队对east的消防设施逐点检修")
    (better,) = body.better
    assert (better.value, better.before) == (85.0, 70.0)
    assert [(one.name, one.change) for one in better.contributions] == [("west", pytest.approx(15.0))]
    assert body.red == [worse]
    assert body.late == ["无数据"]
    assert "好转1项，转差1项" in body.summary
    assert sum(body.counts) == 3


@pytest.mark.anyio
@pytest.mark.store
async def test_it_is_kept_once_for_a_span_and_made_anew(small: Small) -> None:
    await filled(small)
    place, span = small.tree.places[small.tree.root], span_of("day", MIDNIGHT, ZONE)
    for _ in range(2):
        async with small.database.tx() as tx:
            kept = await making.make(tx, KEEPER, place, span, tree=small.tree, zone=ZONE, at=tx.at)
    async with small.database.tx() as tx:
        rows, following = await making.listed(tx, place, "day", cursor=None, limit=10)
    assert [row["id"] for row in rows] == [kept.id]
    assert following is None
    early = span_of("day", MIDNIGHT - 400 * DAY, ZONE)
    with pytest.raises(NotFound):
        async with small.database.tx() as tx:
            await making.make(tx, KEEPER, place, early, tree=small.tree, zone=ZONE, at=tx.at)


@pytest.mark.anyio
@pytest.mark.store
async def test_the_files_say_what_the_check_up_says(small: Small) -> None:
    body = await filled(small)
    assert set(drawing.drawn(body)) <= {"pulse", "scores", "ranks"}
    pdf = printing.printed(body, "pdf", mark="演示数据", stamp="某人 2026-11-17 09:00:00")
    assert pdf.startswith(b"%PDF-")
    assert b"NotoSansCJKsc" in pdf  # set in the font that ships, whatever the machine has
    word = docx.Document(io.BytesIO(printing.printed(body, "docx", mark="演示数据", stamp="某人 2026-11-17")))
    text = "\n".join(one.text for one in word.paragraphs)
    assert body.summary in text
    assert body.worse[0].todo in text
    section = word.sections[0]
    assert "演示数据" in section.header.paragraphs[0].text
    assert "某人" in section.footer.paragraphs[0].text


def test_text_of_a_definition_is_never_markup() -> None:
    body = Body(
        place="#panic()", period="day", title="*粗* $x$ #panic()", span="", start=MIDNIGHT, end=MIDNIGHT,
        summary='#include "/etc/passwd" <b>', counts=[0] * 5, scores=[], ranks=[], better=[], worse=[], red=[],
        late=["#read(1)"],
    )  # fmt: skip
    assert printing.printed(body, "pdf", mark="", stamp="").startswith(b"%PDF-")
