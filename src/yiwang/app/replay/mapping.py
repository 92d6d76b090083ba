"""What a user declares so that a city's file can be replayed: which column is what, where and in which time zone."""

import hashlib
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

    @property
    def named(self) -> list[str]:
        """Every column of the file that is named here."""
        found: list[str] = []
        for value in self.model_dump().values():
            found += value if isinstance(value, list | tuple) else [value] if value else []
        return found


class Rule(_Part):
    """Two reports of one matter within this distance and time mean the same thing; 0 metres: never.

    `every_source`: here the sources that usually stay apart (`separate_sources`) are merged as any other.
    """

    radius_m: float = Field(ge=0, le=1000)
    hours: float = Field(ge=0, le=2000)
    every_source: bool = False


class Merge(_Part):
    """When two reports of one matter mean the same thing: metres and hours between them.

    `matters` gives single matters a rule of their own. `only` names the matters that are merged by the common rule
    (empty: all), `never` those that are not, such as what concerns one household. `one_matter` puts several names of
    the file under one matter. Reports of `separate_sources`, which write one report for each thing to be done, stay
    apart.
    """

    radius_m: float = Field(25, ge=0, le=1000)
    hours: float = Field(72, ge=0, le=2000)
    never: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    separate_sources: tuple[str, ...] = ()
    matters: dict[str, Rule] = Field(default_factory=dict)
    one_matter: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def matter(self, name: str) -> str:
        """Return the matter that a name of the file belongs to: itself, unless it is put under another."""
        return next((matter for matter, names in self.one_matter.items() if name in names), name)

    def rule(self, matter: str) -> Rule:
        """Return the rule for a matter."""
        if matter in self.matters:
            return self.matters[matter]
        if matter in self.never or (self.only and matter not in self.only):
            return Rule(radius_m=0, hours=0)
        return Rule(radius_m=self.radius_m, hours=self.hours)


class Mapping(_Part):
    """A declaration for one city's file; `prefix` marks the codes it makes, so that cities do not mix.

    `time_format` is a strptime format, `iso` (ISO 8601) or `unix` (seconds since 1970). A time that names no zone
    is in `zone`. `check` has every case checked 核查 after it was handled.
    """

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

    @property
    def fingerprint(self) -> str:
        """Sixteen signs that stand for the whole declaration: what is declared otherwise is another city's."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

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
