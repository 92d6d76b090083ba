"""What is written for people and machines beside the code: links that lead somewhere, locks that name no registry."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_HOST = re.compile(r"https?://|--(extra-)?index-url|--find-links|--trusted-host")
_LOCKS = tuple(f"requirements{part}.txt" for part in ("", "-dev", "-web", "-soak", "-uv"))


def complaints(root: Path) -> list[str]:
    """Return what is wrong with the documents and the locks under `root`."""
    return [*links(root), *lock_hosts(root), *locked(root)]


def links(root: Path) -> Iterator[str]:
    """Every link of a document to a file or a heading of this repository leads somewhere."""
    for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")]):
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for found in _LINK.finditer(text):
            target = found.group(1) or found.group(2)
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = target.partition("#")
            file = (path.parent / name).resolve() if name else path
            if not file.exists():
                yield f"{path.relative_to(root)}: the link {target} leads nowhere"
            elif anchor and file.suffix == ".md" and anchor not in _anchors(file):
                yield f"{path.relative_to(root)}: there is no heading #{anchor} in {file.name}"


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+\s+(.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


def lock_hosts(root: Path) -> Iterator[str]:
    """A lock names versions and hashes; where they are fetched from is the installer's business."""
    for name in _LOCKS:
        path = root / name
        if not path.exists():
            yield f"{name} is missing: run `make lock`"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if _HOST.search(line):
                yield f"{name}:{number}: a lock names no registry"
    npm = root / "web" / "package-lock.json"
    if npm.exists():
        packages = json.loads(npm.read_text(encoding="utf-8")).get("packages", {})
        named = [key for key, package in packages.items() if str(package.get("resolved", "")).startswith("http")]
        if named:
            yield f"web/package-lock.json: {len(named)} packages name a registry; set omit-lockfile-registry-resolved"


def locked(root: Path) -> Iterator[str]:
    """Every dependency that pyproject.toml names is in the lock."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
        "requirements-web.txt": project["dependency-groups"]["web"],
        "requirements-soak.txt": project["dependency-groups"].get("soak", []),
    }
    for name, wanted in groups.items():
        path = root / name
        have = re.findall(r"^([a-z0-9._-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE) if path.exists() else []
        for requirement in wanted:
            package = re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")
            if package not in have:
                yield f"{name}: {package} is not locked: run `make lock`"
