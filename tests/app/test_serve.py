"""`yiwang serve` for real: what dies is started again, nothing acknowledged is lost, nothing stays behind."""

from tests.serving import Served


def test_it_comes_up_with_a_district_to_look_at(served: Served) -> None:
    with served.signed_in("zhibanzhang") as client:
        assert client.get("/api/platform").json()["demo"] is True
        assert len(client.get("/api/cases").json()["items"]) > 20
