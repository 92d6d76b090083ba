"""What a user declares so that a city's file can be replayed: which column is what, where and in which time zone."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from yiwang.base.errors import Invalid, NotFound


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FileForm(_Part):
    """How the file is written. `delimiter` is for CSV; JSON lines have one object a line."""

    format: Literal["csv", "jsonl"] = "csv"
    delimiter: str = Field(",", min_length=1, max_length=1)
    encoding: str = "utf-8"


class Columns(_Part):
    """The file's names of the columns. `id`, `opened` and `matter` are needed, the others where the file has them."""

    id: str
    opened: str
    matter: str
    due: str | None = None
    closed: str | None = None
    major: str | None = None
    unit: str | None = None
    jurisdiction: str | None = None
    text: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    lon: str | None = None
    lat: str | None = None
    source: str | None = None


class Merge(_Part):
    """When two reports of one matter mean the same thing: metres and hours between them.

    Matters about one household or person are never merged (`never`), nor reports of sources that write one report for
    each thing they mean to do (`separate_sources`). `matters` gives single matters another distance and time.
    """

    radius_m: float = Field(25, ge=0, le=1000)
    hours: float = Field(72, ge=0, le=2000)
    never: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    separate_sources: tuple[str, ...] = ()
    matters: dict[str, tuple[float, float]] = Field(default_factory=dict)


class Mapping(_Part):
    """A declaration for one city's file; `prefix` marks the codes it makes, so that cities do not mix."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    city: str = Field(min_length=1, max_length=80)
    prefix: str = Field(pattern=r"^[A-Z][A-Z0-9]{1,7}$")
    zone: str
    calendar: Literal["china", "plain"] = "plain"
    datum: Literal["CGCS2000", "WGS84", "GCJ02", "BD09"] = "WGS84"
    time_format: str = "%Y-%m-%d %H:%M:%S"
    source: str = ""
    file: FileForm = FileForm()
    columns: Columns
    merge: Merge = Merge()
    check: bool = False

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"{zone} is no time zone; name one such as Asia/Shanghai or America/New_York") from None
        return zone


def load(name: str) -> Mapping:
    """Return the mapping of a file's path (ending .toml), or one that is shipped by its name."""
    shipped = resources.files("yiwang.app.replay") / "mappings" / f"{name}.toml"
    if name.endswith(".toml"):
        path = Path(name)
        if not path.is_file():
            raise NotFound(f"There is no mapping file {name}.")
        return parse(path.read_text(encoding="utf-8"))
    if not name.replace("-", "").replace("_", "").isalnum() or not shipped.is_file():
        raise NotFound(
            f"There is no mapping {name}; give the path of a .toml file, or one of: {', '.join(shipped_names())}."
        )
    return parse(shipped.read_text(encoding="utf-8"))


def shipped_names() -> list[str]:
    """Return the names of the mappings that come with the platform."""
    folder = resources.files("yiwang.app.replay") / "mappings"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def parse(text: str) -> Mapping:
    """Return the mapping of a TOML text; `Invalid` names the first field that is wrong."""
    try:
        return Mapping.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Invalid("mapping", f"This is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid(".".join(str(part) for part in first["loc"]), first["msg"]) from error
