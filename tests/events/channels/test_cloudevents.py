"""CloudEvents 1.0: the three modes mean the same, (source, id) is one event, an error names its attribute."""

import base64
import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.app.visitors import Site, Visitor
from tests.cities import City
from tests.events.channels.sites import rows

from yiwang import access
from yiwang.access import Grant
from yiwang.base.errors import Invalid
from yiwang.events.cloudevents import model
from yiwang.events.cloudevents.model import CloudEvent

DATA = {"id": "B1", "title": "垃圾", "content": "积存", "matter": "06011", "lon": 121.4, "lat": 31.24}
EVENT: dict[str, Any] = {
    "specversion": "1.0",
    "id": "e-1",
    "source": "/business/系统".encode().decode("ascii", "ignore"),
    "type": "business.order.made",
    "time": "2026-11-16T09:30:00+08:00",
    "subject": "orders/1",
    "datacontenttype": "application/json",
    "priority": 3,
    "data": DATA,
}
STRUCTURED = {"Content-Type": "application/cloudevents+json; charset=utf-8"}
BATCH = {"Content-Type": "application/cloudevents-batch+json"}


def changed(**change: Any) -> dict[str, Any]:
    return {name: value for name, value in {**EVENT, **change}.items() if value is not ...}


def as_headers(event: dict[str, Any]) -> dict[str, str]:
    attributes = {name: value for name, value in event.items() if name not in ("data", "datacontenttype")}
    return {"Content-Type": "application/json", **{f"ce-{name}": str(value) for name, value in attributes.items()}}


async def send(visitor: Visitor, body: Any, headers: dict[str, str]) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return await visitor.ask("POST", "/api/cloudevents", content=content, headers=headers)


def field_of(answer: httpx.Response) -> str:
    assert answer.status_code == 422, answer.text
    return str(answer.json()["errors"][0]["field"])


@pytest.mark.anyio
async def test_the_three_modes_are_one_event(sender: Visitor, city: City) -> None:
    first = await send(sender, EVENT, STRUCTURED)
    assert (first.status_code, first.json()["repeated"]) == (201, False), first.text
    second = await send(sender, DATA, as_headers(EVENT))
    assert (second.status_code, second.json()["repeated"]) == (201, True), second.text
    third = (await send(sender, [EVENT, changed(id="e-2")], BATCH)).json()
    assert [each["report"]["repeated"] for each in third["items"]] == [True, False]
    found = await rows(city, "SELECT idempotency_key, occurred_at FROM events.report ORDER BY idempotency_key")
    assert [row["idempotency_key"] for row in found] == ["/business/ e-1", "/business/ e-2"]
    assert found[0]["occurred_at"].isoformat() == "2026-11-16T01:30:00+00:00"


@pytest.mark.anyio
async def test_another_source_or_another_sender_is_another_event(site: Site, sender: Visitor) -> None:
    await send(sender, EVENT, STRUCTURED)
    assert (await send(sender, changed(source="urn:other"), STRUCTURED)).json()["repeated"] is False
    other = await site.application("other", Grant("intake"))
    assert (await send(other, EVENT, STRUCTURED)).json()["repeated"] is False


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("change", "attribute"),
    [
        ({"id": ...}, "id"),
        ({"id": ""}, "id"),
        ({"id": " "}, "id"),
        ({"id": 7}, "id"),
        ({"id": "x" * 2001}, "id"),
        ({"source": ...}, "source"),
        ({"source": "not a uri"}, "source"),
        ({"type": ...}, "type"),
        ({"type": "unheard.of"}, "type"),
        ({"specversion": ...}, "specversion"),
        ({"specversion": "0.3"}, "specversion"),
        ({"specversion": 1.0}, "specversion"),
        ({"time": "2026-11-16 09:30:00"}, "time"),
        ({"time": "2026-11-16T09:30:00"}, "time"),
        ({"time": "2026-02-30T09:30:00Z"}, "time"),
        ({"time": 1763256600}, "time"),
        ({"subject": ""}, "subject"),
        ({"dataschema": "relative"}, "dataschema"),
        ({"datacontenttype": "application/xml"}, "datacontenttype"),
        ({"datacontenttype": "json"}, "datacontenttype"),
        ({"Upper": "x"}, "Upper"),
        ({"with-dash": "x"}, "with-dash"),
        ({"extension": {"a": 1}}, "extension"),
        ({"extension": 1.5}, "extension"),
        ({"subject": "a\nb"}, "subject"),
        ({"data_base64": "e30="}, "data_base64"),
        ({"data": ..., "data_base64": "!"}, "data_base64"),
        ({"data": ..., "data_base64": "e3"}, "data_base64"),
        ({"data": ..., "data_base64": base64.b64encode(b"{").decode()}, "data_base64"),
    ],
)
async def test_an_error_names_its_attribute(
    sender: Visitor, city: City, change: dict[str, Any], attribute: str
) -> None:
    event = changed(**change)
    assert field_of(await send(sender, event, STRUCTURED)) == attribute
    batch = (await send(sender, [EVENT, event], BATCH)).json()
    assert (batch["taken"], batch["items"][1]["problem"]["errors"][0]["field"]) == (1, attribute)
    assert len(await rows(city, "SELECT 1 FROM events.report")) == 1


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["id", "source", "type", "specversion"])
async def test_a_header_that_is_missing_is_named_too(sender: Visitor, name: str) -> None:
    headers = {key: value for key, value in as_headers(EVENT).items() if key != f"ce-{name}"}
    assert field_of(await send(sender, DATA, headers)) == name


@pytest.mark.anyio
async def test_headers_are_percent_encoded_and_other_data_than_json_is_refused(sender: Visitor, city: City) -> None:
    headers = as_headers({**EVENT, "source": "/caf%C3%A9", "subject": "%E5%9E%83"})
    assert (await send(sender, DATA, headers)).status_code == 201
    assert (await rows(city, "SELECT idempotency_key FROM events.report"))[0]["idempotency_key"] == "/café e-1"
    assert field_of(await send(sender, DATA, {**headers, "ce-subject": "%ff"})) == "subject"
    assert field_of(await send(sender, b"<a/>", {**headers, "Content-Type": "application/xml"})) == "datacontenttype"
    assert field_of(await send(sender, b"{", headers)) == "data"
    assert (
        await send(sender, DATA, {**headers, "Content-Type": "application/vnd.x+json", "ce-id": "2"})
    ).status_code == 201


@pytest.mark.anyio
async def test_data_in_base64_is_data(sender: Visitor) -> None:
    event = changed(data=..., data_base64=base64.b64encode(json.dumps(DATA).encode()).decode())
    assert (await send(sender, event, STRUCTURED)).status_code == 201


@pytest.mark.anyio
async def test_another_format_a_broken_body_and_a_batch_too_long_are_refused(sender: Visitor) -> None:
    assert (await send(sender, b"<e/>", {"Content-Type": "application/cloudevents+xml"})).status_code == 415
    assert (await send(sender, b"{", STRUCTURED)).status_code == 422
    assert (await send(sender, [EVENT], STRUCTURED)).status_code == 422
    assert (await send(sender, EVENT, BATCH)).status_code == 422
    assert (await send(sender, [EVENT] * 501, BATCH)).status_code == 422
    assert (await send(sender, [], BATCH)).json() == {"items": [], "taken": 0, "refused": 0}


@pytest.mark.anyio
async def test_data_the_channel_cannot_read_is_kept_whole_and_taken_in_again(
    sender: Visitor, keeper: Visitor, city: City
) -> None:
    event = changed(data={**DATA, "matter": "unknown"})
    answer = await send(sender, event, STRUCTURED)
    assert field_of(answer) == "matter"
    declaration = (await keeper.ask("GET", "/api/channels/business")).json()["declaration"]
    declaration["mapping"]["matter"]["values"] = {"unknown": "06011"}
    city.later(minutes=1)
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [declaration]})).json()["written"]
    again = await keeper.ask("POST", f"/api/channels/business/refused/{answer.json()['kept']}/again")
    assert again.status_code == 201, again.text
    assert (await send(sender, event, STRUCTURED)).json()["repeated"] is True


@pytest.mark.anyio
async def test_the_longest_name_of_a_type_takes_it(sender: Visitor, keeper: Visitor, city: City) -> None:
    narrow = {
        "code": "parks", "name": "公园", "name_en": "Parks", "door": "city", "events": ["business.order.park*"],
        "mapping": {"text": {"paths": ["title"]}, "matter": {"paths": ["matter"]}},
    }  # fmt: skip
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [narrow]})).json()["written"]
    for kind, number in (("business.order.parks", "1"), ("business.order.made", "2")):
        assert (await send(sender, changed(type=kind, id=number), STRUCTURED)).status_code == 201
    found = await rows(city, "SELECT source FROM events.report ORDER BY number")
    assert [row["source"].split("@")[0] for row in found] == ["parks", "business"]


@pytest.mark.anyio
async def test_an_account_sends_no_events_of_machines(site: Site) -> None:
    person = await site.person("officer", Grant("duty_officer"))
    alert = changed(type="video.alert.found", data={"alert_id": "1", "label": "满溢", "class": "overflowing_bin"})
    assert (await send(person, alert, STRUCTURED)).status_code == 403
    machine = await site.application("camera", Grant("intake"))
    assert (await send(machine, alert, STRUCTURED)).json()["state"] == "triage"


@pytest.mark.anyio
async def test_what_is_no_event_is_refused_and_kept_as_it_came(sender: Visitor, keeper: Visitor, city: City) -> None:
    wrong = changed(source=...)
    ids = [
        (await send(sender, wrong, STRUCTURED)).json()["kept"],
        (await send(sender, DATA, as_headers(wrong))).json()["kept"],
        (await send(sender, b"{", STRUCTURED)).json()["kept"],
        (await send(sender, wrong, BATCH)).json()["kept"],
        (await send(sender, [wrong, changed(id="good")], BATCH)).json()["items"][0]["problem"]["kept"],
    ]
    assert len({*ids}) == 5
    listed = (await keeper.ask("GET", "/api/channels/cloudevents/refused")).json()["items"]
    assert {each["id"]: each["form"] for each in listed} == dict.fromkeys(ids, "envelope")
    faults = {each["id"]: str(each["faults"]) for each in listed}  # made in one moment, they have no order
    assert "source" in faults[ids[0]]
    (row,) = await rows(
        city,
        "SELECT w.sealed, w.key_subject FROM events.refused_message m JOIN events.raw w ON w.id = m.raw_id"
        " WHERE m.id = %s",
        ids[1],
    )
    async with city.database.tx() as tx:
        kept = json.loads(await access.unseal_for(tx, city.books.keyring, row["key_subject"], row["sealed"]))
    assert json.loads(base64.b64decode(kept["body"])) == DATA
    assert ["ce-id", "e-1"] in kept["headers"]
    assert not [name for name, _ in kept["headers"] if name not in ("content-type",) and not name.startswith("ce-")]
    path = f"/api/channels/cloudevents/refused/{ids[0]}"
    assert (await keeper.ask("POST", f"{path}/again")).status_code == 409
    assert (await keeper.ask("POST", f"{path}/set-aside")).status_code == 204


@pytest.mark.anyio
async def test_an_event_that_led_nowhere_is_taken_in_once_a_channel_takes_its_type(
    sender: Visitor, keeper: Visitor, city: City
) -> None:
    event = changed(type="water.leak.found")
    refused = await send(sender, event, STRUCTURED)
    assert field_of(refused) == "type"
    path = f"/api/channels/cloudevents/refused/{refused.json()['kept']}/again"
    assert (await keeper.ask("POST", path)).status_code == 409
    declaration = (await keeper.ask("GET", "/api/channels/business")).json()["declaration"]
    declaration |= {"code": "water", "events": ["water.*"]}
    city.later(minutes=1)
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [declaration]})).json()["written"]
    again = await keeper.ask("POST", path)
    assert again.status_code == 201, again.text
    assert (await send(sender, event, STRUCTURED)).json()["repeated"] is True


NAMES = st.sampled_from([*model.REQUIRED, "time", "subject", "data", "data_base64", "datacontenttype", "ext", "Ext"])
VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | st.just("1.0")


@given(st.dictionaries(NAMES, VALUES) | VALUES)
def test_whatever_comes_is_an_event_or_names_what_is_wrong(told: Any) -> None:
    try:
        event = model.structured(told)
    except Invalid as refusal:
        assert refusal.members["errors"][0]["field"]
    else:
        assert isinstance(event, CloudEvent)
        again = model.structured(json.loads(event.as_json()))
        assert (again.key, again.data) == (event.key, event.data)
