"""The process a scenario lives in: `python -m yiwang.plugin.host KIND SOURCE`. Asked and answering in lines of JSON.

It has no database, no settings and no keys, and may import of the platform only what a scenario may. That keeps honest
mistakes apart from the platform; it is no prison for malicious code, which runs as the platform's system user.
"""

import ctypes
import importlib
import importlib.util
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from pydantic import ValidationError

from yiwang.plugin.model import PROPOSALS, Given, Scenario

MEMORY = 1 << 30  # bytes of address space
_ALLOWED = ("yiwang.plugin", "yiwang.base", "yiwang.scenarios")


class _OnlyTheDoor(MetaPathFinder):
    """Refuses imports of other rooms."""

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> None:  # noqa: ARG002
        inside = any(name == room or name.startswith(f"{room}.") for room in _ALLOWED)
        if name.startswith("yiwang.") and not inside:
            raise ImportError(f"A scenario imports only yiwang.plugin and yiwang.base, not {name}.")


def main(arguments: Sequence[str]) -> None:
    """Load the scenario once and answer until the asker goes."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a scenario prints is no answer
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: it does not outlive the platform, even when it hangs
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.meta_path.insert(0, _OnlyTheDoor())
    kind, source = arguments
    try:
        scenario = _load(kind, source)
    except BaseException as error:  # whatever a stranger's module raises, sys.exit included
        _say(answers, {"error": _sentence(error), "trace": _trace(error)})
        return
    _say(answers, {"scenario": scenario.model_dump(mode="json")})
    rules = {rule.name: rule for rule in scenario.rules}
    for line in sys.stdin:
        asked = json.loads(line)
        _say(answers, _decide(rules[asked["rule"]].decide, asked["given"]))


def _load(kind: str, source: str) -> Scenario:
    if kind == "folder":
        path = Path(source) / "scenario.py"
        sys.path.insert(0, source)
        spec = importlib.util.spec_from_file_location("scenario", path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path} is no Python module.")
        module = importlib.util.module_from_spec(spec)
        sys.modules["scenario"] = module
        spec.loader.exec_module(module)
        found = getattr(module, "SCENARIO", None)
    else:
        name, _, attribute = source.partition(":")
        found = getattr(importlib.import_module(name), attribute or "SCENARIO", None)
    if not isinstance(found, Scenario):
        raise TypeError("It has no SCENARIO = Scenario(...) of yiwang.plugin.")
    for rule in found.rules:
        if not callable(rule.decide):
            raise TypeError(f"rule {rule.name}: `decide` is no function.")
    return found


def _decide(decide: Any, given: dict[str, Any]) -> dict[str, Any]:
    try:
        proposals = [one.model_dump(mode="json") for one in decide(Given.model_validate(given))]
        PROPOSALS.validate_python(proposals)
    except BaseException as error:  # a rule may raise what it likes: it is told, and the asker decides
        return {"error": _sentence(error), "trace": _trace(error)}
    return {"proposals": proposals}


def _sentence(error: BaseException) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg']}".removeprefix(": ").replace("Value error, ", "")
    return f"{type(error).__name__}: {error}"[:500]


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error, limit=-5))[-4000:]


def _say(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
