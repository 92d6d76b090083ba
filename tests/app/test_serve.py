"""`yiwang serve` for real: what dies is started again, nothing acknowledged is lost, nothing stays behind."""

from tests.serving import Served


def test_it_comes_up_with_a_district_to_look_at(served: Served) -> None:
    with served.signed_in("zhibanzhang") as client:
        assert client.get("/api/platform").json()["demo"] is True
        assert len(client.get("/api/cases").json()["items"]) > 20


def test_figures_are_those_of_whoever_knows_them(served: Served) -> None:
    """A process that has never looked at the database does not say that it is down."""
    with served.client() as client:
        lines = dict(
            line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines() if not line.startswith("#")
        )
    assert float(lines["yiwang_database_up"]) == 1
    assert float(lines["yiwang_disk_free_bytes"]) > 0
