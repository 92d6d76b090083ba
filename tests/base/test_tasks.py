"""Ending tasks for sure."""

import asyncio
import contextlib

import pytest

from yiwang.base import tasks

pytestmark = pytest.mark.anyio


async def test_a_task_that_lost_its_cancellation_is_cancelled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "AGAIN", 0.01)

    async def losing() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        await asyncio.sleep(60)

    async def failing() -> None:
        raise ValueError("nobody looks at this")

    running = [asyncio.create_task(losing()), asyncio.create_task(failing())]
    await asyncio.sleep(0)
    await tasks.end(running)
    assert all(task.done() for task in running)
    await tasks.end([])
