"""A basemap out of a PMTiles file of one's own: found by its number on the curve, served as it lies there."""

import gzip
import json
import struct
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from fastapi import FastAPI
from pydantic import ValidationError

from yiwang.app.mapping.basemaps import basemap_of, origin_of, router
from yiwang.app.mapping.pmtiles import opened, tile_number
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid

EMPTY, TOWN = gzip.compress(b"sea"), gzip.compress(b"town")


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def directory(*entries: tuple[int, int, int, int]) -> bytes:
    """Entries of number, run, length, offset, as the format packs them."""
    numbers = [entry[0] for entry in entries]
    deltas = [one - before for one, before in zip(numbers, [0, *numbers], strict=False)]
    columns = [deltas, *([entry[part] for entry in entries] for part in (1, 2)), [entry[3] + 1 for entry in entries]]
    return gzip.compress(varint(len(entries)) + b"".join(varint(one) for column in columns for one in column))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Zooms 0 to 2: all of the first two is sea; in the third one tile, named in a leaf, is a town."""
    leaf = directory((tile_number(2, 1, 3), 1, len(TOWN), len(EMPTY)))
    root = directory((0, 5, len(EMPTY), 0), (5, 0, len(leaf), 0))
    told = gzip.compress(json.dumps({"vector_layers": [{"id": "water"}, {"id": "roads"}]}).encode())
    begins = [127]
    for part in (root, told, leaf):
        begins.append(begins[-1] + len(part))
    places = (begins[0], len(root), begins[1], len(told), begins[2], len(leaf), begins[3], len(EMPTY + TOWN))
    head = b"PMTiles\x03" + struct.pack("<11Q6B", *places, 6, 2, 2, 1, 2, 2, 1, 0, 2)
    made = tmp_path / "town.pmtiles"
    made.write_bytes(head.ljust(127, b"\0") + root + told + leaf + EMPTY + TOWN)
    return made


def test_numbers_go_along_the_curve_and_meet_every_tile_once() -> None:
    assert [tile_number(1, *tile) for tile in ((0, 0), (0, 1), (1, 1), (1, 0))] == [1, 2, 3, 4]
    where = {tile_number(4, x, y): (x, y) for x in range(16) for y in range(16)}
    assert sorted(where) == list(range(85, 85 + 256))
    steps = [abs(where[n][0] - where[n + 1][0]) + abs(where[n][1] - where[n + 1][1]) for n in range(85, 340)]
    assert set(steps) == {1}


def test_a_tile_is_found_in_a_run_and_in_a_leaf_and_nowhere_else(file: Path) -> None:
    tiles = opened(file)
    assert (tiles.layers, tiles.min_zoom, tiles.max_zoom) == (("water", "roads"), 0, 2)
    assert [tiles.tile(0, 0, 0), tiles.tile(1, 1, 0), tiles.tile(2, 1, 3)] == [EMPTY, EMPTY, TOWN]
    assert [tiles.tile(2, 0, 0), tiles.tile(3, 0, 0), tiles.tile(1, 2, 0), tiles.tile(1, -1, 0)] == [None] * 4


@pytest.mark.anyio
async def test_it_is_served_by_ourselves_and_no_other_host_is_asked(file: Path) -> None:
    settings = Settings(basemap=str(file), basemap_attribution="© 测绘院")
    found = basemap_of(settings)
    assert found and (found.url, found.vector, found.tile_size) == ("/tiles/{z}/{x}/{y}", ["water", "roads"], 512)
    assert origin_of(settings) is None
    app = FastAPI()
    app.include_router(router)
    app.state.settings = settings
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as client:
        town = await client.get("/tiles/2/1/3")
        assert (town.status_code, town.content, town.headers["content-type"]) == (
            200,
            b"town",
            "application/x-protobuf",
        )
        assert (await client.get("/tiles/2/0/0")).status_code == 204
        app.state.settings = SimpleNamespace(basemap=None)
        assert (await client.get("/tiles/2/1/3")).status_code == 404


def test_a_file_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    other = tmp_path / "other.pmtiles"
    other.write_bytes(b"PK\x03\x04" * 60)
    with pytest.raises(Invalid, match="no PMTiles file"):
        opened(other)
    with pytest.raises(ValidationError):
        Settings(basemap=str(tmp_path / "nowhere.pmtiles"))
