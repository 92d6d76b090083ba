"""Photos, notes and warnings go between two running platforms, over a network that is cut and mended."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image
from tests.cities import BUILDER, LONG_AGO
from tests.federation.pair import Pair, Side

from yiwang import files
from yiwang.cases import federating
from yiwang.cases.steps import noting
from yiwang.command import alerting
from yiwang.federation import tell_signs
from yiwang.signs import declaring

pytestmark = pytest.mark.anyio


async def photographed(side: Side, case_id: UUID, colour: str, taken: str = "before") -> UUID:
    """Upload a photo and hang it on a case, as the verbs of a step do; return its id."""
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    shelf = files.Shelf(side.folder / "files")
    photo = await files.keep_photo(side.city.database, shelf, BUILDER, out.getvalue(), "p.jpg")
    async with side.city.database.tx() as tx:
        await federating.add_photo(tx, BUILDER, case_id, photo.id, taken, at=tx.at)
    return photo.id


async def colours(side: Side, case_id: UUID) -> list[tuple[str, tuple[int, int, int]]]:
    """When each photo of a case was taken, and what it shows."""
    rows = await side.rows(
        """SELECT p.taken, f.sha256 FROM cases.photo p JOIN files.file f ON f.id = p.file_id
        WHERE p.case_id = %s ORDER BY p.taken, p.added_at""",
        case_id,
    )
    shelf = files.Shelf(side.folder / "files")
    found = []
    for row in rows:
        with Image.open(shelf.path(row["sha256"])) as image:
            red, green, blue = image.convert("RGB").resize((1, 1)).tobytes()
            found.append((row["taken"], (round(red / 50), round(green / 50), round(blue / 50))))
    return found


async def notes(side: Side, case_id: UUID) -> list[str]:
    rows = await side.rows("SELECT text FROM cases.timeline WHERE case_id = %s AND step = 'note' ORDER BY at", case_id)
    return [row["text"] for row in rows]


async def test_photos_and_notes_of_a_case_are_on_both_sides_once(pair: Pair) -> None:
    (case_id,) = await pair.filed()
    await photographed(pair.upper, case_id, "red")
    await pair.hand(pair.upper, case_id, pair.lower)
    await pair.quiet()
    below = await pair.upper.remote(case_id)
    assert below is not None
    red, green, blue = (5, 0, 0), (0, 3, 0), (0, 0, 5)
    assert await colours(pair.lower, below) == [("before", red)]
    for wire in pair.wires:
        wire.cut = True
    await photographed(pair.lower, below, "green", "after")
    await pair.lower.step(below, "dispatch")
    path = f"/api/federation/cases/{below}/notes"
    assert (await pair.lower.ask("POST", path, json={"text": "请确认权属"})).status_code == 201
    async with pair.upper.city.database.tx() as tx:  # as when a resident adds something to what was reported
        await noting.note(tx, BUILDER, case_id, text="上报人补充：在路灯杆旁", at=tx.at)
    await photographed(pair.upper, case_id, "blue")
    for wire in pair.wires:
        wire.cut, wire.breaks = False, 0.5
    await pair.quiet()
    said = ["请确认权属", "上报人补充：在路灯杆旁"]
    assert await notes(pair.upper, case_id) == await notes(pair.lower, below) == said
    assert await colours(pair.upper, case_id) == [("after", green), ("before", red), ("before", blue)]
    assert await colours(pair.lower, below) == [("after", green), ("before", red)]
    # Ours to give: what was photographed above while they had the case goes along when it changes hands again.
    await pair.hand(pair.lower, below, pair.upper, "需区级协调")
    await pair.quiet()
    await pair.hand(pair.upper, case_id, pair.lower, "已协调")
    await pair.quiet()
    both = [("after", green), ("before", red), ("before", blue)]
    assert await colours(pair.upper, case_id) == await colours(pair.lower, below) == both
    assert await notes(pair.upper, case_id) == await notes(pair.lower, below) == said
    kept = await pair.upper.rows("SELECT body FROM federation.outbox WHERE kind = 'case.photo'")
    assert [row["body"] for row in kept] == [None, None]


async def signs_told(side: Side) -> int:
    """Compute two signs of the street, by hand, and tell them; return how many values were told."""
    async with side.city.database.tx() as tx:
        await declaring.publish_shipped(tx, BUILDER, at=tx.at, valid_from=LONG_AGO)
        for one, level in zip(declaring.shipped()[:2], (0, 3), strict=True):
            street = side.city.places["310107005000"]
            tx.put("INSERT INTO signs.run (sign, at, as_of, state) VALUES (%s,%s,%s,'live')", (one.code, tx.at, tx.at))
            tx.put(
                """INSERT INTO signs.state (sign, node, value, n, level, since, samples)
                VALUES (%s, %s, 4.5, 9, %s, %s, 0)""",
                (one.code, street, level, tx.at),
            )
    async with side.city.database.tx() as tx:
        return await tell_signs(tx, books=side.city.books, at=tx.at)


async def test_warnings_and_signs_of_both_are_known_on_both_sides(pair: Pair) -> None:
    for wire in pair.wires:
        wire.breaks = 0.4
    assert await signs_told(pair.lower) == 2
    city = pair.upper.city
    async with city.database.tx() as tx:
        area, until = [city.places["310107000000"]], tx.at + timedelta(hours=6)
        text = "下立交值守，人员撤离。"
        asked = alerting.Asked("暴雨", "orange", "暴雨橙色预警", text, "市气象台", area, tx.at, until)
        alert = await alerting.issue(tx, BUILDER, asked, books=city.books, at=tx.at)
    await pair.quiet()
    (there,) = await pair.lower.rows("SELECT id, number, level, area, source, state FROM command.warning")
    assert (there["level"], there["state"]) == ("orange", "issued")
    assert there["area"] == [pair.lower.city.places["310107005000"]], "only the part that both share"
    assert alert.number in there["source"]
    assert len(await pair.upper.rows("SELECT 1 FROM command.warning")) == 1, "it does not come back"
    async with pair.lower.city.database.tx() as tx:
        unit = pair.lower.city.units["CY"]
        await alerting.receive(tx, BUILDER, there["id"], unit=unit, at=tx.at)
    await pair.quiet()
    known = (await pair.upper.ask("GET", f"/api/federation/warnings/{alert.id}")).json()["items"]
    assert [(one["peer"], one["remote_number"], one["received"]) for one in known] == [("caoyang", there["number"], 1)]
    assert known[0]["told"] >= 1
    async with city.database.tx() as tx:
        await alerting.lift(tx, BUILDER, alert.id, books=city.books, at=tx.at)
    await pair.quiet()
    assert [row["state"] for row in await pair.lower.rows("SELECT state FROM command.warning")] == ["lifted"]
    values = await pair.upper.rows(
        "SELECT origin, code, jurisdiction, value, level FROM federation.sign_value ORDER BY 2"
    )
    codes = sorted(one.code for one in declaring.shipped()[:2])
    assert [(row["origin"], row["code"], row["jurisdiction"], row["value"]) for row in values] == [
        ("caoyang", code, "310107005000", 4.5) for code in codes
    ]
    assert sorted(row["level"] for row in values) == ["green", "red"]
    for here, other in (pair.sides, pair.sides[::-1]):
        sent = await here.rows("SELECT id, seq, state FROM federation.outbox ORDER BY seq")
        assert sent == await other.rows("SELECT id, seq, outcome AS state FROM federation.inbox ORDER BY seq")
        assert {row["state"] for row in sent} == {"done"}
