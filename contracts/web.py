"""The river of the web: shared ← features ← shells, and no file imports itself round a circle."""

import re
from collections.abc import Iterator
from pathlib import Path

ORDER = ("shared", "features", "shells")
_IMPORT = re.compile(
    r"""(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)"""
)
_ENDINGS = ("", ".ts", ".tsx", "/index.ts", "/index.tsx")


def complaints(root: Path) -> list[str]:
    """Return what is wrong with the imports under web/src."""
    source = root / "web" / "src"
    graph = {path: list(_imports(source, path)) for path in _files(source)}
    return [*_upwards(source, graph), *_circles(source, graph)]


def _files(source: Path) -> Iterator[Path]:
    yield from (path for path in sorted(source.rglob("*.ts*")) if not path.name.endswith(".d.ts"))


def _imports(source: Path, path: Path) -> Iterator[Path]:
    for found in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        name = found.group(1) or found.group(2)
        if not name.startswith(("@/", ".")):
            continue
        target = source / name[2:] if name.startswith("@/") else path.parent / name
        for ending in _ENDINGS:
            file = target.with_name(target.name + ending) if not ending.startswith("/") else target / ending[1:]
            if file.is_file():
                yield file.resolve()
                break


def _upwards(source: Path, graph: dict[Path, list[Path]]) -> Iterator[str]:
    for path, imported in graph.items():
        for target in imported:
            low, high = _level(source, path), _level(source, target)
            if high > low:
                yield f"web/src/{path.relative_to(source)}: {ORDER[low]} knows no {ORDER[high]}"


def _level(source: Path, path: Path) -> int:
    first = path.relative_to(source).parts[0]
    return ORDER.index(first) if first in ORDER else len(ORDER) - 1  # the entry stands beside the shells


def _circles(source: Path, graph: dict[Path, list[Path]]) -> Iterator[str]:
    """Name one circle for each file that closes one, by walking down from every file once."""
    done: set[Path] = set()
    for start, imported in graph.items():
        trail: list[tuple[Path, Iterator[Path]]] = [(start, iter(imported))]
        walking = {start}
        while trail:
            here, rest = trail[-1]
            step = next((target for target in rest if target in graph and target not in done), None)
            if step is None:
                trail.pop()
                walking.discard(here)
                done.add(here)
            elif step in walking:
                yield f"web/src/{here.relative_to(source)}: importing {step.relative_to(source)} closes a circle"
            else:
                trail.append((step, iter(graph[step])))
                walking.add(step)
