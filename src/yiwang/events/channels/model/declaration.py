"""A channel as it is declared: who sends, what its items are called, and where in a message each field stands."""

from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from yiwang.calendar.model import Limit, Unit
from yiwang.definitions.model import Kind
from yiwang.events.channels.model.paths import ATTRIBUTE, PathError, steps_of
from yiwang.events.model import CHANNELS, MACHINE_CHANNELS

Word = Annotated[str, Field(min_length=1, max_length=200)]
Scalar = str | float | bool
# Where a message as a whole is meant, in place of a path inside it.
MESSAGE_PATH = "(message)"
Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldRule(Strict):
    """Where a field stands and what its values mean.

    The first of `paths` that holds something counts; with `join` all that do are put together. What stands in `absent`
    counts as nothing. `values` says what a value of the source means here; one that is not in it is a fault unless
    `otherwise` says what it means. A time has a `format` (iso, epoch_s, epoch_ms or one of strptime) and, where it
    names no offset, a `zone`.
    """

    paths: tuple[Word, ...] = Field(default=(), max_length=10)
    join: str | None = Field(default=None, max_length=20)
    default: Scalar | None = None
    required: bool = False
    absent: tuple[str, ...] = ("",)
    values: dict[str, Scalar] = Field(default_factory=dict, max_length=2000)
    otherwise: Scalar | None = None
    format: str = Field(default="iso", max_length=60)
    zone: str | None = Field(default=None, max_length=60)

    @field_validator("paths")
    @classmethod
    def _readable(cls, paths: tuple[str, ...]) -> tuple[str, ...]:
        for path in paths:
            try:
                steps_of(path)
            except PathError as error:
                raise ValueError(str(error)) from error
        return paths

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str | None) -> str | None:
        return checked_zone(zone)

    @field_validator("format")
    @classmethod
    def _known_format(cls, text: str) -> str:
        if text not in ("iso", "epoch_s", "epoch_ms") and "%" not in text:
            raise ValueError("A time's format is iso, epoch_s, epoch_ms or like %Y-%m-%d %H:%M:%S")
        return text

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if not self.paths and self.default is None:
            raise ValueError("Give at least one path, or a default")
        return self


class Mapping(Strict):
    """Which field of a report comes from where; what is left out, the channel does not tell."""

    text: FieldRule | None = None
    matter: FieldRule | None = None
    title: FieldRule | None = None
    lon: FieldRule | None = None
    lat: FieldRule | None = None
    datum: FieldRule | None = None
    address: FieldRule | None = None
    floor: FieldRule | None = None
    reporter_name: FieldRule | None = None
    reporter_phone: FieldRule | None = None
    confidential: FieldRule | None = None
    urgent: FieldRule | None = None
    occurred_at: FieldRule | None = None
    due_at: FieldRule | None = None
    external_id: FieldRule | None = None
    drill: FieldRule | None = None

    @model_validator(mode="after")
    def _tells_what(self) -> Self:
        if self.text is None and self.matter is None:
            raise ValueError("Say where the text or the matter stands: a report has to tell what is wrong")
        if (self.lon is None) != (self.lat is None):
            raise ValueError("A point has both lon and lat")
        return self


class ChannelLimit(Strict):
    """How long handling may take where the channel itself dictates it."""

    value: float = Field(gt=0, le=10_000)
    unit: Unit

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if self.unit in ("working_days", "natural_days") and self.value != int(self.value):
            raise ValueError("A limit in days is a whole number; use hours for parts of a day")
        return self

    @property
    def limit(self) -> Limit:
        return Limit(self.value, self.unit)


class RefusalRule(Strict):
    """What a channel is not for: a report with one of the words, or of one of the matters (code or its beginning)."""

    keywords: tuple[Word, ...] = Field(default=(), max_length=200)
    matters: tuple[Word, ...] = Field(default=(), max_length=200)
    text: str = Field(min_length=1, max_length=300)
    text_en: str = Field(default="", max_length=300)
    next_door: str = Field(default="", max_length=40)  # the code of a next door; left out, the table is asked

    @model_validator(mode="after")
    def _applies(self) -> Self:
        if not self.keywords and not self.matters:
            raise ValueError("A rule that refuses names keywords or matters")
        return self


class Channel(Strict):
    """A channel of the event centre: another system that sends in what it knows of the city."""

    code: Code
    name: str = Field(min_length=1, max_length=60)
    name_en: str = Field(min_length=1, max_length=80)
    item: str = Field(default="工单", min_length=1, max_length=20)  # 工单, 案件, 报警, 突发事件
    item_en: str = Field(default="order", min_length=1, max_length=40)
    door: str = "system"  # the channel a report counts under
    trust: Literal["person", "machine"] = "person"
    urgent: bool | None = None  # None: the matter says
    limit: ChannelLimit | None = None
    limit_source: str = Field(default="", max_length=300)
    zone: str = "Asia/Shanghai"
    items: str | None = Field(default=None, max_length=200)  # where in a message its list of reports stands
    signed: bool = False  # every message has to bear a signature
    events: tuple[Word, ...] = Field(default=(), max_length=50)  # CloudEvents types; one may end with *
    mapping: Mapping
    refuse: tuple[RefusalRule, ...] = Field(default=(), max_length=50)
    next_door: str = Field(default="", max_length=300)  # a sentence; left out, the table is asked

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        return checked_zone(zone) or zone

    @field_validator("items")
    @classmethod
    def _readable(cls, items: str | None) -> str | None:
        if items is not None:
            try:
                steps_of(items)
            except PathError as error:
                raise ValueError(str(error)) from error
            if items.startswith(ATTRIBUTE):
                raise ValueError("The list of reports stands in the message, not in an attribute")
        return items

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.door not in CHANNELS or self.door == "replay":
            raise ValueError(f"The door is one of {', '.join(c for c in CHANNELS if c != 'replay')}")
        if (self.trust == "machine") != (self.door in MACHINE_CHANNELS):
            raise ValueError(
                f"What a machine sends comes by one of {', '.join(sorted(MACHINE_CHANNELS))}, and only that"
            )
        return self

    def takes_event(self, kind: str) -> int:
        """Return how closely this channel names a CloudEvents type: 0 not at all, the longest name wins."""
        fits = [
            len(name) + (0 if name.endswith("*") else 1000)
            for name in self.events
            if name == kind or (name.endswith("*") and kind.startswith(name[:-1]))
        ]
        return max(fits, default=0)


CHANNEL: Kind[Channel] = Kind("channel", Channel)


def checked_zone(zone: str | None) -> str | None:
    """Return the zone if the IANA data has it; `ValueError` otherwise."""
    try:
        if zone is not None:
            ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("A zone is a name of the IANA list, such as Asia/Shanghai") from error
    return zone
