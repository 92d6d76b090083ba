"""What operators' platforms push: read by a declared mapping, proved, kept as it came; strangers to quarantine."""

import base64
import json
from typing import Any

import pytest
from tests.app.visitors import Site
from tests.sensing.conftest import logged

from yiwang.access import Grant
from yiwang.sensing.pushes.model import signed

pytestmark = pytest.mark.anyio
PLAIN = {
    "items": "/data",
    "device": "/imei",
    "time": "/at",
    "values": {"/fill": "fill", "/t": {"metric": "temp", "scale": 0.1}},
}
PACKED = {
    "device": "/deviceId", "time": "/timestamp", "binary": "/payload/APPdata",
    "fields": [{"metric": "fill", "at": 0, "type": "u8"}, {"metric": "temp", "at": 1, "type": "i16", "scale": 0.1}],
}  # fmt: skip


async def declared(house: Site, proof: str, mapping: Any = PLAIN, **more: Any) -> tuple[str, str]:
    """Declare a push; return its path and secret."""
    keeper = await house.person(f"keeper{proof}", Grant("data_admin"))
    row = {"code": "ctwing", "name": "电信平台", "proof": proof, "mapping": mapping, **more}
    answer = await keeper.ask("POST", "/api/device-pushes/import", json={"rows": [row]})
    assert answer.json()["new"] == ["ctwing"], answer.text
    listed = (await keeper.ask("GET", "/api/device-pushes")).json()["items"]
    assert listed[0]["path"] == "/ingest/push/ctwing"
    shown = await keeper.ask("POST", "/api/device-pushes/ctwing/secret")
    if proof == "key":
        assert shown.status_code == 409
        return "/ingest/push/ctwing", ""
    return shown.json()["path"], shown.json()["secret"]


def document(house: Site, *devices: str) -> bytes:
    now = int(house.city.now.timestamp() * 1000)
    return json.dumps({"data": [{"imei": one, "at": now, "fill": 41, "t": 215} for one in devices]}).encode()


async def test_a_key_pushes_for_its_part_and_strangers_wait_in_quarantine(house: Site) -> None:
    path, _ = await declared(house, "key")
    gate = await house.application("gate", Grant("gateway"))
    told = await gate.ask("POST", path, content=document(house, "a1", "nobody"))
    assert (told.status_code, told.json()) == (200, {"taken": 2, "refused": 2})
    assert sorted(value for _, _, value, _ in await logged(house.city.database)) == [21.5, 41]
    part = await house.application("part", Grant("gateway", house.city.places["310107015000"], None))
    assert (await part.ask("POST", path, content=document(house, "a1"))).json() == {"taken": 0, "refused": 2}
    assert (await house.stranger.post(path, content=document(house, "a1"))).status_code == 401
    intake = await house.application("intake", Grant("intake"))
    assert (await intake.ask("POST", path, content=document(house, "a1"))).status_code == 403
    async with house.city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM sensing.pushed WHERE sealed") == 2
        rows = await tx.rows("SELECT source, external_id FROM sensing.stranger")
    assert [(row["source"], row["external_id"]) for row in rows] == [("http", "nobody")]


async def test_a_packed_payload_is_pushed_to_a_secret_address(house: Site) -> None:
    path, secret = await declared(house, "address", PACKED)
    payload = base64.b64encode(b"\x2a" + (-35).to_bytes(2, "big", signed=True)).decode()
    now = int(house.city.now.timestamp() * 1000)
    body = {"deviceId": "a1", "timestamp": now, "payload": {"APPdata": payload}}
    assert (await house.stranger.post(path, json=body)).json() == {"taken": 2, "refused": 0}
    assert [value for _, _, value, _ in await logged(house.city.database)] == [42, -3.5]
    wrong = path.replace(secret, secret[::-1])
    assert (await house.stranger.post(wrong, json=body)).status_code == 401
    assert (await house.stranger.post("/ingest/push/ctwing", json=body)).status_code == 401
    assert (await house.stranger.post("/ingest/push/other/x", json=body)).status_code == 404
    for bad in (b"", b"{", b"[" * 100_000, b'{"deviceId": "a1"}', json.dumps({**body, "payload": 1}).encode()):
        answer = await house.stranger.post(path, content=bad)
        assert (answer.status_code, answer.json()["status"]) == (422, 422)


async def test_a_signature_is_good_once_and_for_five_minutes(house: Site) -> None:
    path, secret = await declared(house, "hmac")
    body, stamp = document(house, "a1"), str(int(house.city.now.timestamp()))
    headers = {"X-Yiwang-Timestamp": stamp, "X-Yiwang-Signature": signed(secret, stamp, body)}
    assert (await house.stranger.post(path, content=body, headers=headers)).json()["taken"] == 2
    assert (await house.stranger.post(path, content=body, headers=headers)).status_code == 409
    assert (await house.stranger.post(path, content=body + b" ", headers=headers)).status_code == 401
    old = str(int(stamp) - 301)
    headers = {"X-Yiwang-Timestamp": old, "X-Yiwang-Signature": signed(secret, old, body)}
    assert (await house.stranger.post(path, content=body, headers=headers)).status_code == 401


async def test_only_who_manages_devices_declares_and_a_bad_mapping_is_told(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    rows = [{"code": "x", "name": "x", "mapping": {"values": {"no pointer": "fill"}}}]
    told = (await keeper.ask("POST", "/api/device-pushes/import", json={"rows": rows})).json()
    assert not told["written"]
    assert "JSON pointer" in told["faults"][0]["detail"]
    part = await house.person("part", Grant("data_admin", house.city.places["310107015000"], None))
    for method, path in (("GET", ""), ("GET", "/export"), ("POST", "/x/secret"), ("POST", "/x/end")):
        assert (await part.ask(method, f"/api/device-pushes{path}")).status_code == 403
    assert (await keeper.ask("POST", "/api/device-pushes/x/end")).status_code == 404
