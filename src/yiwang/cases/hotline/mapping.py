"""What a district declares so that its lists of orders can be taken in: which column is what, and what words mean."""

from datetime import datetime
from functools import cache
from importlib import resources
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator

from yiwang import definitions
from yiwang.base.errors import Invalid, NotFound
from yiwang.cases.hotline.model import LEVELS, RESOLUTIONS, SATISFACTION
from yiwang.db import Tx
from yiwang.definitions.model import Kind


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Columns(_Part):
    """The file's names of the columns. `number`, `kind` and one of `title`, `text` are needed."""

    number: str
    kind: str
    title: str | None = None
    text: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    lon: str | None = None
    lat: str | None = None
    name: str | None = None
    phone: str | None = None
    confidential: str | None = None
    received: str | None = None
    due: str | None = None
    urgent: str | None = None
    matter: str | None = None
    level: str | None = None
    callback: str | None = None
    again: str | None = None
    contacted: str | None = None
    resolution: str | None = None
    satisfaction: str | None = None

    @property
    def needed(self) -> list[str]:
        """The columns a file cannot do without."""
        return [self.number, self.kind]


class Words(_Part):
    """What the file's words mean, beyond our own codes and their Chinese names; `matters` leads to catalogue codes."""

    kinds: dict[str, str] = Field(default_factory=dict)
    matters: dict[str, str] = Field(default_factory=dict)
    levels: dict[str, str] = Field(default_factory=dict)
    resolutions: dict[str, str] = Field(default_factory=dict)
    satisfaction: dict[str, str] = Field(default_factory=dict)
    yes: tuple[str, ...] = ("是", "有", "已联系", "紧急", "保密", "1", "Y", "y", "yes", "true")
    no: tuple[str, ...] = ("否", "无", "未联系", "一般", "不保密", "0", "N", "n", "no", "false")

    @field_validator("levels", "resolutions", "satisfaction")
    @classmethod
    def _known(cls, words: dict[str, str]) -> dict[str, str]:
        codes = LEVELS.keys() | RESOLUTIONS.keys() | SATISFACTION.keys()
        for word, code in words.items():
            if code not in codes:
                raise ValueError(f"{word} stands for {code}, which is none of the codes")
        return words


class Mapping(_Part):
    """A declaration for one kind of file. A time that names no zone is in `zone`; `system` is whose numbers these are.

    A CSV's encoding is found out when left out: UTF-8, else GB 18030. `sheet` left out is the first.
    """

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    title: str = Field("", max_length=80)
    system: str = Field("12345", min_length=1, max_length=60)
    zone: str = "Asia/Shanghai"
    datum: Literal["CGCS2000", "WGS84", "GCJ02", "BD09"] = "GCJ02"
    time_formats: tuple[str, ...] = ("%Y-%m-%d %H:%M:%S",)
    delimiter: str = Field(",", min_length=1, max_length=1)
    encoding: str | None = None
    sheet: str | None = None
    columns: Columns
    words: Words = Words()

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"{zone} is no time zone; name one such as Asia/Shanghai") from None
        return zone

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, encoding: str | None) -> str | None:
        try:
            "".encode(encoding or "utf-8")
        except LookupError:
            raise ValueError(f"{encoding} is no encoding; leave it out, or name one such as gb18030") from None
        return encoding


MAPPING = Kind("hotline_mapping", Mapping, "name")


@cache
def shipped() -> tuple[Mapping, ...]:
    """Return the mappings that come with the platform."""
    folder = resources.files("yiwang.cases.hotline") / "mappings"
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(body for text in texts for body in definitions.read_toml(MAPPING, text).bodies)


async def mappings_at(tx: Tx, at: datetime) -> dict[str, Mapping]:
    """Return the mappings in force at a moment by name: a published one stands in front of a shipped one."""
    published = await definitions.as_of(tx, MAPPING, at)
    return {one.name: one for one in (*shipped(), *(version.body for version in published))}


async def mapping_at(tx: Tx, name: str, at: datetime) -> Mapping:
    """Return one mapping by its name."""
    known = await mappings_at(tx, at)
    if name not in known:
        raise NotFound(f"There is no mapping {name}; there are: {', '.join(sorted(known))}.")
    return known[name]


def parse(text: str) -> Mapping:
    """Return the mapping of a TOML text with one [[hotline_mapping]]; `Invalid` names the first field that is wrong."""
    draft = definitions.read_toml(MAPPING, text)
    if draft.faults:
        fault = draft.faults[0]
        raise Invalid(f"mapping.{fault.field}".rstrip("."), fault.detail)
    if len(draft.bodies) != 1:
        raise Invalid("mapping", "Send exactly one [[hotline_mapping]].")
    return draft.bodies[0]
