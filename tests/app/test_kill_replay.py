"""kill -9 of a replay at ten seeded points: started again each time, it ends as if nothing had happened."""

import pytest
from tests.app.killing import Left, Scene, points, short_folder

SEED = 2011


def check_same(left: Left, whole: Left) -> None:
    """Nothing is lost and nothing doubled."""
    assert left.tables == whole.tables
    assert left.lines == whole.lines
    assert max(left.lines.values()) == 1
    assert left.facts == whole.facts
    assert all(count == ids for count, ids in left.facts.values())
    assert left.lake == left.facts


@pytest.mark.slow
def test_a_replay_killed_at_ten_points_ends_as_if_it_had_not_been() -> None:
    with short_folder() as folder:
        whole = Scene.laid(folder / "whole")
        wanted = whole.finish()
        assert whole.finish() == wanted
        scene = Scene.laid(folder / "killed")
        assert [scene.killed(point) for point in points(SEED)] == [True] * 10
        assert scene.finish() == wanted
        left = scene.left()
        check_same(left, whole.left())
        assert left.tables["events.report"] == wanted["reports"] == 250
        assert left.tables["events.event"] == left.tables["cases.case"] == wanted["cases"]
