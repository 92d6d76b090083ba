"""What a process remembers, for how long, and how much of it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from yiwang.db.memory import Memory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
A, B = UUID(int=1), UUID(int=2)


def test_what_was_kept_is_found_once() -> None:
    memory = Memory()
    memory.keep(A, "a", AT)
    memory.keep(A, "later", AT + timedelta(seconds=1))
    assert memory.find(A, AT + timedelta(seconds=2)) == "later"
    assert memory.find(A, AT + timedelta(seconds=2)) is None


def test_after_some_seconds_it_is_not_found_and_not_held() -> None:
    memory = Memory()
    memory.keep(A, "a", AT)
    memory.keep(B, "b", AT + timedelta(seconds=6))
    assert list(memory._kept) == [B]
    assert memory.find(B, AT + timedelta(seconds=12)) is None


def test_beyond_the_most_the_oldest_goes() -> None:
    memory = Memory()
    for number in range(Memory.MOST + 10):
        memory.keep(UUID(int=number), number, AT)
    assert len(memory._kept) == Memory.MOST
    assert memory.find(UUID(int=9), AT) is None
    assert memory.find(UUID(int=10), AT) == 10
