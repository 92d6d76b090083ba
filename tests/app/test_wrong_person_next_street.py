"""Someone with the right role over the wrong part of the city: what lies elsewhere is as if it were not there."""

from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image
from tests.app.expectations import ROUTES
from tests.app.test_wrong_person import path_of
from tests.app.visitors import EVERYTHING, Site, Visitor
from tests.cities import BUILDER, City

from yiwang import people
from yiwang.access import Grant
from yiwang.cases.steps import dispatching
from yiwang.people import StaffRow

pytestmark = pytest.mark.anyio
HERE, NEXT = "310107005000", "310107015000"


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


@dataclass
class Elsewhere:
    """What there is in the next street: a case at work with a photo, an event that waits, a unit, a member of staff."""

    case: UUID
    number: str
    waiting: UUID
    waiting_number: str
    photo: str
    unit: UUID
    staff: UUID
    report: str

    @property
    def traces(self) -> list[str]:
        """What no answer to a stranger may hold."""
        return [str(self.case), self.number, str(self.waiting), self.waiting_number, self.photo, str(self.staff)]


async def elsewhere(site: Site) -> Elsewhere:
    city = site.city
    officer = await site.person("officer", *EVERYTHING)
    photo = (await officer.ask("POST", "/api/files", files={"file": ("a.jpg", jpeg())})).json()["id"]
    place = {"text": "长寿路 1 号"}
    told = await city.report(where="310107015001", text="长寿路的垃圾")
    answer = await officer.ask("POST", f"/api/cases/{told.event_id}/claim")
    assert answer.status_code == 200, (answer.text, place)
    waits = await city.report(where="310107015001", channel="video", matter="06003", text="摄像头看到")
    async with city.database.tx() as tx:
        await dispatching.dispatch(
            tx, BUILDER, told.event_id, books=city.books, at=city.now, unit=city.units["CS"], reason="就近"
        )
        row = StaffRow("CS-1", "王小明", None, "13812345678", (("CS", "DUTY"),))
        staff = await people.ensure_staff(tx, BUILDER, [row], city.now, keyring=city.books.keyring)
    for verb, body in (("receive", {}), ("handle", {"text": "已清理", "photos": [photo]})):
        answer = await officer.ask("POST", f"/api/cases/{told.event_id}/{verb}", json=body)
        assert answer.status_code == 200, answer.text
    return Elsewhere(
        told.event_id,
        told.event_number,
        waits.event_id,
        waits.event_number,
        photo,
        city.units["CS"],
        next(iter(staff.values())),
        str(told.report_id),
    )


async def refused_everywhere(visitor: Visitor, there: Elsewhere) -> None:
    """Every route that takes the id of something there answers that it is not there."""
    ids = {"case_id": there.case, "event_id": there.waiting, "file_id": there.photo, "staff_id": there.staff}
    ids["organisation_id"] = there.unit
    asked = 0
    for name, route in ROUTES.items():
        if not any("{" + field + "}" in name for field in ids):
            continue
        answer = await visitor.ask(name.split()[0], path_of(name, ids), **route.request)
        assert answer.status_code in (403, 404), (name, answer.status_code, answer.text)
        if answer.status_code == 403:
            assert "permission" in answer.json(), name  # the role lacks it everywhere, so nothing is betrayed
        asked += 1
    assert asked == 38


async def lists_hold_nothing(visitor: Visitor, there: Elsewhere, hidden: list[str]) -> None:
    for path in (
        "/api/cases",
        f"/api/cases?q={there.number}",
        f"/api/cases?unit={there.unit}",
        "/api/cases?tab=to_check&sort=due_at",
        "/api/events/waiting",
        "/api/organisations?limit=200",
        "/api/phone-book?q=1",
        "/api/responsibility",
        "/api/notices",
        "/api/evaluation/cases?figure=closing_rate&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z",
    ):
        answer = await visitor.ask("GET", path)
        assert answer.status_code < 500, (path, answer.text)
        assert [trace for trace in [*there.traces, *hidden] if trace in answer.text.replace(path, "")] == [], path


async def test_a_supervisor_of_one_street_finds_nothing_of_the_next(site: Site) -> None:
    there = await elsewhere(site)
    supervisor = await site.person("cy", Grant("supervisor", site.city.places[HERE]))
    await refused_everywhere(supervisor, there)
    await lists_hold_nothing(supervisor, there, [str(there.unit), "王小明", "长寿城运中心"])
    counts = (await supervisor.ask("GET", "/api/cases/counts")).json()["tabs"]
    assert set(counts.values()) == {0}
    assert (await supervisor.ask("GET", "/api/on-duty", params={"unit": str(there.unit)})).status_code == 404


async def test_a_supervisor_of_the_street_itself_finds_all_of_it(site: Site) -> None:
    there = await elsewhere(site)
    supervisor = await site.person("cs", Grant("supervisor", site.city.places[NEXT]))
    for path in (
        f"/api/cases/{there.case}",
        f"/api/cases/{there.case}/timeline",
        f"/api/events/{there.waiting}",
        f"/api/files/{there.photo}",
        f"/api/files/{there.photo}/thumb",
        f"/api/organisations/{there.unit}",
    ):
        assert (await supervisor.ask("GET", path)).status_code == 200, path
    assert there.number in (await supervisor.ask("GET", "/api/cases")).text
    assert there.waiting_number in (await supervisor.ask("GET", "/api/events/waiting")).text


async def test_a_handler_of_another_unit_finds_nothing(site: Site) -> None:
    there = await elsewhere(site)
    handler = await site.person("handler", Grant("handler", None, site.city.units["CY"]))
    await refused_everywhere(handler, there)
    await lists_hold_nothing(handler, there, [])


async def test_a_handler_of_the_unit_sees_its_cases_and_their_photos(site: Site) -> None:
    there = await elsewhere(site)
    handler = await site.person("handler", Grant("handler", None, there.unit))
    assert (await handler.ask("GET", f"/api/cases/{there.case}")).status_code == 200
    assert (await handler.ask("GET", f"/api/files/{there.photo}")).status_code == 200
    # Steps that are not a handler's stay closed on one's own case.
    for verb, body in (("check", {"passed": True}), ("close", {}), ("void", {"reason": "x"}), ("dispatch", {})):
        assert (await handler.ask("POST", f"/api/cases/{there.case}/{verb}", json=body)).status_code == 403, verb


async def test_both_limits_of_a_role_hold_at_once(site: Site) -> None:
    there = await elsewhere(site)
    places, units = site.city.places, site.city.units
    for number, (place, unit, found) in enumerate(
        ((NEXT, "CS", True), (NEXT, "CY", False), (HERE, "CS", False), ("310107000000", "CENTRE", True))
    ):
        visitor = await site.person(f"both{number}", Grant("supervisor", places[place], units[unit]))
        status = (await visitor.ask("GET", f"/api/cases/{there.case}")).status_code
        assert status == (200 if found else 404), (place, unit)


async def test_an_event_cannot_be_merged_with_one_of_the_next_street(site: Site) -> None:
    there = await elsewhere(site)
    supervisor = await site.person("cy", Grant("supervisor", site.city.places[HERE]))
    own = await site.city.report(where="310107005001")
    into = await supervisor.ask("POST", f"/api/events/{own.event_id}/merge", json={"into": str(there.waiting)})
    out = await supervisor.ask("POST", f"/api/events/{there.waiting}/merge", json={"into": str(own.event_id)})
    assert (into.status_code, out.status_code) == (404, 404)
    asked = {"report_id": there.report, "reason": "x"}
    assert (await supervisor.ask("POST", f"/api/events/{own.event_id}/unmerge", json=asked)).status_code == 404


async def test_the_photo_of_another_cannot_be_taken_for_ones_own_report(site: Site) -> None:
    there = await elsewhere(site)
    owner, thief = await site.person("owner", *EVERYTHING), await site.application("thief", Grant("intake"))
    loose = (await owner.ask("POST", "/api/files", files={"file": ("a.jpg", jpeg())})).json()["id"]
    for photo in (loose, there.photo):
        assert (await thief.ask("GET", f"/api/files/{photo}")).status_code == 404
        body = {"matter": "06002", "text": "x", "place": {"lon": 121.4, "lat": 31.2}, "photos": [photo]}
        answer = await thief.ask("POST", "/api/reports", json=body)
        assert answer.status_code == 409, answer.text
    listed = await owner.ask("GET", "/api/cases?matter=06002")
    assert [case["number"] for case in listed.json()["items"]] == [there.number]


async def test_what_is_ones_own_is_nobody_elses(site: Site) -> None:
    one, other = await site.person("one", *EVERYTHING), await site.person("other", *EVERYTHING)
    session = (await one.ask("GET", "/api/sessions")).json()["items"][0]["id"]
    assert (await other.ask("DELETE", f"/api/sessions/{session}")).status_code == 404
    assert (await one.ask("GET", "/api/cases")).status_code == 200


async def test_a_data_administrator_of_one_street_changes_nothing_in_the_next(site: Site) -> None:
    city: City = site.city
    visitor = await site.person(
        "data", Grant("data_admin", city.places[HERE]), Grant("data_admin", None, city.units["CY"])
    )
    there, unit = city.places["310107015001"], city.units["CS"]
    duties = await (await site.person("all", *EVERYTHING)).ask("GET", "/api/responsibility")
    home = next(row for row in duties.json()["items"] if row["jurisdiction"] == str(city.places["310107000000"]))
    shift = {"post_id": str(unit), "starts": "2026-11-16T02:00Z", "ends": "2026-11-16T03:00Z"}
    day = {"date": "2026-12-24", "working": False, "reason": "x"}
    row = {"key": "06", "jurisdiction": str(city.places[NEXT]), "organisation": str(unit)}
    ring = [[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.2]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    drawn = {"type": "Feature", "properties": {"code": NEXT}, "geometry": shape}
    boundary = {"source": "x", "level": "street", "geojson": {"type": "FeatureCollection", "features": [drawn]}}
    for method, path, body in (
        ("POST", f"/api/jurisdictions/{there}/rename", {"name": "x"}),
        ("POST", f"/api/jurisdictions/{there}/end", {}),
        ("POST", f"/api/jurisdictions/{there}/move", {"parent_id": str(city.places[HERE])}),
        ("POST", f"/api/jurisdictions/{city.places['310107005001']}/move", {"parent_id": str(city.places[NEXT])}),
        ("POST", "/api/jurisdictions", {"code": "9", "name": "x", "level": "sector", "parent_id": str(there)}),
        ("POST", f"/api/responsibility/{home['id']}/end", {}),
        ("PUT", "/api/calendar/overrides", {"organisation": str(unit), "days": [day]}),
        ("PUT", "/api/calendar/overrides", {"days": [day]}),
        ("PUT", "/api/calendar/hours", {"organisation": str(unit), "hours": None}),
        ("POST", "/api/organisations/import", {"rows": [{"code": "CS", "kind": "street_centre", "name": "x"}]}),
        ("POST", "/api/rosters", {"shifts": [shift]}),
        ("POST", "/api/matters/import", {"rows": [], "note": "x"}),
        ("POST", "/api/places/import/boundaries", boundary),
    ):
        answer = await visitor.ask(method, path, json=body)
        assert answer.status_code in (403, 404), (path, answer.status_code, answer.text)
    answer = await visitor.ask("POST", "/api/responsibility", json={"rows": [row]})
    assert answer.status_code in (403, 404, 422) or answer.json()["faults"], answer.text
    after = await (await site.person("all2", *EVERYTHING)).ask("GET", "/api/responsibility")
    assert after.json() == duties.json()
