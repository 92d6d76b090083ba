"""The platform's end of a scenario's process: started, asked with a time limit, killed when it does not answer."""

import asyncio
import json
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from yiwang.base.errors import Refusal

LOADING = timedelta(seconds=20)
_LONGEST_LINE = 4 << 20  # bytes of an answer
GROUP = "yiwang.scenarios"


class Broken(Refusal):
    """A scenario failed: `kind` is raised, hung, ended, refused or forbidden; the sentence says what it did."""

    code = "scenario_broken"

    def __init__(self, kind: str, detail: str, *, rule: str | None = None, trace: str = "") -> None:
        super().__init__(detail)
        self.kind, self.rule, self.trace = kind, rule, trace


@dataclass(frozen=True)
class Source:
    """Where a scenario is found: a folder with scenario.py, or an entry point. `label` names it until it does."""

    kind: str
    where: str
    label: str

    @property
    def text(self) -> str:
        return f"{self.kind} {self.where}"


def found(folder: Path | None) -> list[Source]:
    """Return every scenario there is: installed entry points, and folders inside the named one."""
    sources = [Source("entry", one.value, one.name) for one in sorted(entry_points(group=GROUP))]
    if folder is not None and folder.is_dir():
        inside = [folder, *sorted(path for path in folder.iterdir() if path.is_dir())]
        sources += [Source("folder", str(one), one.name) for one in inside if (one / "scenario.py").is_file()]
    return sources


@dataclass
class Child:
    """A scenario's process; started when first asked, and again after it died."""

    source: Source
    _process: asyncio.subprocess.Process | None = field(default=None, repr=False)
    _said: dict[str, Any] = field(default_factory=dict, repr=False)

    async def describe(self) -> dict[str, Any]:
        """Return what the scenario declares; `Broken` when it cannot be loaded."""
        await self.stop()
        await self._start()
        manifest: dict[str, Any] = self._said["scenario"]
        return manifest

    async def decide(self, rule: str, given: str, longest: timedelta) -> list[dict[str, Any]]:
        """Ask a rule; `given` is JSON. `Broken` when it raises, takes too long, or its process ends."""
        if self._process is None or self._process.returncode is not None:
            await self._start()
        answer = await self._ask(f'{{"rule": {json.dumps(rule)}, "given": {given}}}\n', rule, longest)
        if "error" in answer:
            raise Broken("raised", str(answer["error"]), rule=rule, trace=str(answer.get("trace", "")))
        proposals: list[dict[str, Any]] = answer["proposals"]
        return proposals

    async def stop(self) -> None:
        """End the process, at once."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
        await process.wait()
        if process.stdin:
            process.stdin.close()

    async def _start(self) -> None:
        # Nothing of the platform's surroundings: no settings, no address of the database.
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-I", "-B", "-m", "yiwang.plugin.host", self.source.kind, self.source.where),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
            cwd="/",
            limit=_LONGEST_LINE,
            start_new_session=True,
        )
        self._said = await self._ask("", None, LOADING)
        if "error" in self._said:
            await self.stop()
            raise Broken("refused", str(self._said["error"]), trace=str(self._said.get("trace", "")))

    async def _ask(self, line: str, rule: str | None, longest: timedelta) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise Broken("ended", "Its process is not there.", rule=rule)
        try:
            async with asyncio.timeout(longest.total_seconds()):
                if line:
                    process.stdin.write(line.encode())
                    await process.stdin.drain()
                answer = await process.stdout.readline()
        except TimeoutError:
            await self.stop()
            detail = f"It did not answer within {longest.total_seconds():g} seconds and was ended."
            raise Broken("hung", detail, rule=rule) from None
        except (ConnectionError, ValueError) as error:
            await self.stop()
            raise Broken("ended", f"Its answer could not be read: {error!r}", rule=rule) from None
        if not answer:
            code = await process.wait()
            await self.stop()
            raise Broken("ended", f"Its process ended by itself (code {code}).", rule=rule)
        try:
            told = json.loads(answer)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            await self.stop()
            raise Broken("ended", "It answered something that is no JSON.", rule=rule)
        return told
