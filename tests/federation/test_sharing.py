"""Photos, notes, warnings and signs of another platform: what is taken, what is refused, and who may read it here."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from tests.federation.test_taking import Partner, count, partner, site

from yiwang.access import Grant

pytestmark = pytest.mark.anyio
assert partner
assert site
THEIRS = str(UUID(int=77))


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "JPEG", comment=b"where it was taken")
    return out.getvalue()


def photo(partner: Partner, data: bytes, more: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    told = {
        "case_id": THEIRS,
        "file_id": str(UUID(int=5)),
        "taken": "after",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    told |= {"added_at": partner.site.city.now.isoformat(), "data": base64.b64encode(data).decode()}
    return {**told, **more}


def warning(partner: Partner, **more: Any) -> dict[str, Any]:
    now = partner.site.city.now
    return {
        **{
            "warning_id": str(UUID(int=8)),
            "number": "YJ1",
            "hazard": "大风",
            "level": "yellow",
            "title": "大风黄色预警",
        },
        **{"text": "加固户外设施", "source": "气象台", "drill": False, "area": ["310107005000"], "path": ["putuo"]},
        "valid_from": now.isoformat(),
        "valid_to": (now + timedelta(hours=2)).isoformat(),
        **more,
    }


def value(partner: Partner, **more: Any) -> dict[str, Any]:
    told = {"code": "AQ0001", "name": "道路积水点", "unit": "处", "jurisdiction": "310107005000", "level": "orange"}
    return {"values": [{**told, "at": partner.site.city.now.isoformat(), "value": 4.0, "n": 9, **more}]}


async def answered(partner: Partner, seq: int, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    answer = await partner.send(partner.message(seq, dict(body), kind))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def redeclared(partner: Partner, *shares: str) -> None:
    """Change what is exchanged with the partner."""
    async with partner.site.city.database.tx() as tx:
        await tx.count("UPDATE federation.peer SET shares = %s", (list(shares),))


async def test_a_photo_is_cleaned_and_hangs_on_the_case_once(partner: Partner) -> None:
    case = (await answered(partner, 1, "case.hand", partner.hand()))["case_id"]
    message = partner.message(2, photo(partner, picture()), "case.photo")
    first, again = await partner.send(message), await partner.send(message)
    assert (first.json()["outcome"], again.json()["repeated"]) == ("done", True)
    desk = await partner.site.application("desk", Grant("dispatcher"))
    (shown,) = (await desk.ask("GET", f"/api/cases/{case}")).json()["photos"]
    assert shown["taken"] == "after"
    async with partner.site.city.database.tx() as tx:
        sha256 = await tx.value("SELECT sha256 FROM files.file")
    folder = partner.site.app.state.data_dir / "files"
    assert b"where it was taken" not in (folder / sha256[:2] / sha256[2:4] / f"{sha256}.jpg").read_bytes()


@pytest.mark.parametrize(
    ("data", "more", "sentence"),
    [
        (b"<html>", {}, "no photo that can be taken"),
        (b"x", {"sha256": "0" * 64}, "not the photo that its hash says"),
        (b"", {}, "lost where it comes from"),
        (picture(), {"data": "?"}, "not base64"),
        (picture(), {"case_id": str(UUID(int=78))}, "We share no such case"),
    ],
)
async def test_what_is_no_photo_of_a_shared_case_is_refused(
    partner: Partner, data: bytes, more: dict[str, Any], sentence: str
) -> None:
    await answered(partner, 1, "case.hand", partner.hand())
    answer = await answered(partner, 2, "case.photo", photo(partner, data, more))
    assert answer["outcome"] == "refused"
    assert sentence in answer["detail"]
    assert await count(partner.site.city, "files.file") == 0


async def test_a_warning_is_taken_for_shared_places_only_and_not_in_a_circle(partner: Partner) -> None:
    wrong: list[dict[str, Any]] = [
        {"area": ["310107015000"]},
        {"area": ["990000"]},
        {"path": ["local", "putuo"]},
        {"level": "purple"},
    ]
    late = {"valid_to": (partner.site.city.now - timedelta(hours=1)).isoformat()}
    for seq, more in enumerate([*wrong, late], 1):
        assert (await answered(partner, seq, "warning.issued", warning(partner, **more)))["outcome"] == "refused", more
    assert await count(partner.site.city, "command.warning") == 0
    assert (await answered(partner, 6, "warning.issued", warning(partner)))["number"].startswith("YJ")
    again = await answered(partner, 7, "warning.issued", warning(partner))
    assert (again["outcome"], again["detail"]) == ("refused", "This warning has been here already.")
    other = await answered(partner, 8, "warning.lifted", {"warning_id": str(UUID(int=9))})
    assert other["detail"] == "This warning did not come from you."
    for seq in (9, 10):  # lifted twice is lifted
        lifted = await answered(partner, seq, "warning.lifted", {"warning_id": str(UUID(int=8))})
        assert lifted["outcome"] == "done"
    async with partner.site.city.database.tx() as tx:
        assert await tx.value("SELECT state FROM command.warning") == "lifted"
        own = await tx.value("SELECT id FROM command.warning")
    body = {"yours": str(own), "number": "x", "told": 3, "received": 1}
    assert "did not go to you" in (await answered(partner, 11, "warning.receipts", body))["detail"]


async def test_signs_are_kept_replaced_and_read_within_the_scope(partner: Partner) -> None:
    told: list[dict[str, Any]] = [{}, {"value": 6.0, "level": "red", "version": 2}]
    for seq, more in enumerate(told, 1):
        assert (await answered(partner, seq, "signs.values", value(partner, **more)))["outcome"] == "done"
    for seq, more in enumerate([{"jurisdiction": "310107015000"}, {"origin": "local"}, {"level": "pink"}], 3):
        assert (await answered(partner, seq, "signs.values", value(partner, **more)))["outcome"] == "refused"
    assert await count(partner.site.city, "federation.sign_value") == 1
    places = partner.site.city.places
    whole = await partner.site.person("whole", Grant("supervisor"))
    own = await partner.site.person("own", Grant("supervisor", places["310107005000"]))
    other = await partner.site.person("other", Grant("supervisor", places["310107015000"]))
    for who, seen in (
        (whole, [("AQ0001", 6.0, "red", "putuo")]),
        (own, [("AQ0001", 6.0, "red", "putuo")]),
        (other, []),
    ):
        answer = await who.ask("GET", "/api/federation/signs", params={"platform": "putuo"})
        assert [(one["code"], one["value"], one["level"], one["origin"]) for one in answer.json()["items"]] == seen


async def test_what_the_declaration_leaves_out_is_refused(partner: Partner) -> None:
    await redeclared(partner)
    await answered(partner, 1, "case.hand", partner.hand())
    note = {"case_id": THEIRS, "note_id": str(UUID(int=4)), "at": partner.site.city.now.isoformat(), "text": "x"}
    told = [("case.photo", photo(partner, picture())), ("case.note", note)]
    told += [("warning.issued", warning(partner)), ("signs.values", value(partner))]
    for seq, (kind, body) in enumerate(told, 2):
        answer = await answered(partner, seq, kind, body)
        assert (answer["outcome"], answer["detail"][:18]) == ("refused", "We do not exchange")


async def test_a_note_is_written_on_shared_cases_only_by_who_may(partner: Partner) -> None:
    city = partner.site.city
    shared = (await answered(partner, 1, "case.hand", partner.hand()))["case_id"]
    own = (await city.report("06002", separate=True)).event_id
    desk = await partner.site.application("desk", Grant("dispatcher"))
    handler = await partner.site.person("handler", Grant("handler"))
    elsewhere = await partner.site.person("elsewhere", Grant("dispatcher", city.places["310107015000"]))
    tried = [(desk, shared, 201), (desk, str(own), 409), (handler, shared, 403), (elsewhere, shared, 404)]
    for who, case, status in tried:
        answer = await who.ask("POST", f"/api/federation/cases/{case}/notes", json={"text": "请补充照片"})
        assert answer.status_code == status, answer.text
    assert (await desk.ask("POST", f"/api/federation/cases/{shared}/notes", json={"text": " "})).status_code == 422
