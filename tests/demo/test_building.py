"""The city in a running platform: sent twice it stands once."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from tests.demo.keys import make
from tests.serving import Served

from yiwang.base.errors import Conflict, NotFound
from yiwang.demo import incidents
from yiwang.demo.building import build
from yiwang.demo.client import Client
from yiwang.demo.past import bring_in
from yiwang.demo.world import look

SCALE = 0.004


@pytest.fixture(name="client")
def _client(served: Served) -> Iterator[Client]:
    with Client(served.base_url, asyncio.run(make(served, "data_admin", "supervisor", "intake"))) as client:
        yield client


def test_a_small_city_is_sent_through_the_public_doors_and_again_changes_nothing(client: Client) -> None:
    steps: list[tuple[str, float]] = []
    city = build(client, 1, SCALE, lambda what, share: steps.append((what, share)))
    assert steps[-1] == ("done", 1.0)
    assert [share for _, share in steps] == sorted(share for _, share in steps)
    before = figures(client)
    assert before["SMK"] >= (city.devices.classes == "SMK").sum() > 90
    found = client.get("/api/addresses", q=city.buildings.addresses[0])["items"]
    assert found[0]["text"].endswith(city.buildings.addresses[0].removeprefix("普陀区"))
    build(client, 1, SCALE, lambda what, share: None)
    assert figures(client) == before


def test_a_day_comes_in_through_the_doors_of_history_and_again_changes_nothing(client: Client) -> None:
    build(client, 1, SCALE, lambda what, share: None)
    anchor = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=3)
    sent = bring_in(client, look(client), 1, SCALE, anchor, range(1), lambda what, share: None)
    held = client.get("/api/history/batches", limit=1)["items"][0]
    assert (held["state"], held["rows"], held["imported"], held["wrong"]) == ("committed", sent, sent, 0)
    assert sent > 5
    bring_in(client, look(client), 1, SCALE, anchor, range(1), lambda what, share: None)
    again = client.get("/api/history/batches", limit=1)["items"][0]
    assert (again["rows"], again["imported"], again["known"]) == (sent, 0, sent)


def test_an_incident_is_on_its_way_to_people_at_once_and_is_a_drill(client: Client) -> None:
    build(client, 1, SCALE, lambda what, share: None)
    chance = np.random.default_rng(1)
    flood = incidents.read("flood", chance)
    waited: list[float] = []
    played = incidents.play(client, flood, chance, at=datetime.now(UTC), drill=True, wait=waited.append)
    assert sum(waited) == max(beat.after for beat in flood.beats)
    assert (len(played.cases), len(played.events)) == (2, 1)
    for number in played.cases:
        found = client.get("/api/cases", q=number, drill="true")["items"]
        assert [(one["drill"], one["urgent"]) for one in found] == [(True, True)]
        assert found[0]["state"] in ("to_receive", "to_dispatch")
        assert client.get("/api/cases", q=number, drill="false")["items"] == []
    warnings = {one["number"]: one["drill"] for one in client.get("/api/command/warnings")["items"]}
    assert warnings[played.warning] is True


def test_every_incident_says_something_and_a_typhoon_lasts_an_hour() -> None:
    chance = np.random.default_rng(2)
    for name in incidents.names():
        told = incidents.read(name, chance)
        assert told.beats
        assert [beat.after for beat in told.beats] == sorted(beat.after for beat in told.beats)
        assert all("{where}" in beat.text for beat in told.beats)
    typhoon = incidents.read("typhoon", chance)
    assert len(typhoon.beats) == 240
    assert 3000 < typhoon.beats[-1].after <= 3600
    with pytest.raises(NotFound, match="There are fire"):
        incidents.read("meteor", chance)


def figures(client: Client) -> dict[str, int]:
    """How many devices of each class there are."""
    rows = client.get("/api/devices/figures", by="class")["items"]
    return {row["key"]: row["total"] for row in rows}


def test_a_refusal_is_told_in_the_words_of_the_platform(served: Served) -> None:
    with Client(served.base_url, "yw_nobody") as client, pytest.raises(Conflict, match="401"):
        build(client, 1, SCALE, lambda what, share: None)
