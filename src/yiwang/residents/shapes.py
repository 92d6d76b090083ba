"""The shapes in which residents report and are answered."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from yiwang.access.privacy import Personal
from yiwang.events.shapes import ReporterAsk, Strict

_Photos = Annotated[list[str], Field(default_factory=list, max_length=6)]
_Word = Annotated[str, Field(min_length=1, max_length=40)]
_Key = Annotated[str | None, Field(default=None, min_length=16, max_length=100)]


class WhereAsk(Strict):
    """Where: a point with its datum, or words, or both."""

    lon: float | None = Field(default=None, ge=-180, le=180)
    lat: float | None = Field(default=None, ge=-90, le=90)
    datum: str = Field(default="WGS84", max_length=20)
    text: str = Field(default="", max_length=300)


class SendAsk(Strict):
    """A report. `photos`: the words that sending each was answered with. `website` stays empty: robots fill it in."""

    text: str = Field(min_length=1, max_length=4000)
    place: WhereAsk
    matter: str | None = Field(default=None, max_length=40)
    reporter: ReporterAsk | None = None
    photos: _Photos
    occurred_at: AwareDatetime | None = None
    idempotency_key: _Key
    website: str = Field(default="", max_length=200)


class JoinAsk(Strict):
    """Somebody else saw the same."""

    text: str = Field(default="", max_length=4000)
    reporter: ReporterAsk | None = None
    photos: _Photos
    idempotency_key: _Key
    website: str = Field(default="", max_length=200)


class LookupAsk(Strict):
    """A report's number and the last four digits of the telephone number it was made with."""

    number: _Word
    digits: str = Field(min_length=4, max_length=4)


class AddAsk(Strict):
    text: str = Field(default="", max_length=2000)
    photos: _Photos


class RateAsk(Strict):
    """`satisfied`, `mostly`, `fair` or `dissatisfied`."""

    score: _Word
    text: str = Field(default="", max_length=500)


class TellAsk(Strict):
    """Where one wants to be told of the answer."""

    kind: Literal["sms", "mail"]
    address: Annotated[str, Field(min_length=3, max_length=254), Personal("contact")]


class ToldAt(BaseModel):
    kind: str
    masked: str


class TellOut(BaseModel):
    """`ways`: how one can be told here; `told`: where one is, masked."""

    ways: list[str]
    told: list[ToldAt]


class ForeseeAsk(Strict):
    """Words as they are being typed."""

    text: str = Field(min_length=1, max_length=4000)


class HintOut(BaseModel):
    """Call this first."""

    call: str
    zh: str
    en: str


class ForeseenMatter(BaseModel):
    code: str
    name: str


class ForeseenDoor(BaseModel):
    """Who answers for it where it is not us."""

    code: str
    name: str
    hotline: str
    text: str
    text_en: str


class ForeseenOut(BaseModel):
    """What words lead to."""

    hints: list[HintOut]
    matters: list[ForeseenMatter]
    next_door: ForeseenDoor | None


class SentOut(BaseModel):
    """`number` and `token` are what a report is followed by; the token is told once and kept nowhere."""

    number: str
    token: str
    link: str
    merged: bool
    hints: list[HintOut]


class PhotoOut(BaseModel):
    """The word by which a report names the photo."""

    photo: str


class StepOut(BaseModel):
    at: datetime
    step: str
    says: str
    says_en: str


class CommentOut(BaseModel):
    at: datetime
    text: str


class Standing(BaseModel):
    """How a report stands. Words, photos and the answer are there for who holds the link only."""

    number: str
    state: str
    says: str
    says_en: str
    reported_at: datetime
    unit: str | None
    due_at: datetime | None
    answered_at: datetime | None
    joined: bool
    timeline: list[StepOut]
    text: str | None
    answer: str | None
    next_door: str | None
    photos: list[UUID]
    comments: list[CommentOut]
    rating: str | None
    may_add: bool
    may_rate: bool
    link_ends: datetime | None


class NearOut(BaseModel):
    """An open report near by; the point is rounded, and nobody's words are told."""

    number: str
    matter: str
    metres: float
    lon: float
    lat: float
    reported_on: date
    reports: int


class NearBy(BaseModel):
    items: list[NearOut]


class RatingOut(BaseModel):
    score: str
    text: str
    at: datetime


class Ratings(BaseModel):
    items: list[RatingOut]
