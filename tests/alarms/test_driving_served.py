"""The platform as it is served: a reading over HTTP becomes an alarm that is seen over HTTP."""

import time

from tests.serving import Served, keys_of


def test_a_reading_that_breaks_a_shipped_rule_is_an_alarm_soon_after(served: Served) -> None:
    code = f"smoke-{time.time_ns()}"
    headers = keys_of(served)["all"]
    with served.client(headers=headers) as client:
        asked = {"code": code, "class_code": "SMK", "keys": [{"protocol": "http", "external_id": code}]}
        made = client.post("/api/devices", json=asked)
        assert made.status_code == 201, made.text
        device = made.json()["id"]
        body = [{"d": code, "m": "fire", "t": time.time_ns() // 1_000_000, "v": 1.0}]
        sent = client.post("/ingest/readings", json=body)
        assert sent.status_code == 200, sent.text
        until = time.monotonic() + 60
        while True:
            found = client.get("/api/alarms", params={"device_id": device}).json()["items"]
            if found or time.monotonic() > until:
                break
            time.sleep(0.05)
    assert [(one["rule"], one["condition"], one["state"]) for one in found] == [("SMK.fire", "fire", "firing")]
