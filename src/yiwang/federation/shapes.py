"""What one platform tells another of a case, inside the seal. A field that is added needs a default."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.privacy import FULL, Personal

State = Literal["to_confirm", "to_dispatch", "to_receive", "handling", "to_check", "to_close", "closed", "void"]


class _Body(BaseModel):
    """`yours` is the case's id at the receiver, where the sender knows it; `turn` how often it changed hands."""

    model_config = ConfigDict(extra="ignore")  # a younger platform may tell more
    case_id: UUID
    yours: UUID | None = None
    turn: int = Field(ge=1)
    version: int = Field(ge=1)


class LineBody(BaseModel):
    """A line of the timeline; who wrote it stays at home."""

    step: str = Field(max_length=40)
    at: AwareDatetime
    text: str = Field(max_length=4000)


TOLD = "told to another platform as the declaration between the two says, under its seal"


class PersonBody(BaseModel):
    """Who reported, as far as the declaration lets it be told."""

    name: Annotated[str | None, Field(max_length=60), Personal("name", shown=FULL, why=TOLD)] = None
    phone: Annotated[str | None, Field(max_length=30), Personal("phone", shown=FULL, why=TOLD)] = None
    masked: str | None = Field(None, max_length=100)


class ReportBody(BaseModel):
    """One report on the case."""

    number: str = Field(max_length=40)
    text: str = Field(max_length=4000)
    reported_at: AwareDatetime
    reporter: PersonBody | None = None


class HandBody(_Body):
    """The case is yours now: all that is needed to work on it, and what is left of its time."""

    number: str = Field(max_length=40)
    matter: str = Field(max_length=40)
    title: str = Field(max_length=300)
    text: str = Field(max_length=4000)
    urgent: bool
    drill: bool
    jurisdiction: str = Field(max_length=40)
    lon: float | None = None
    lat: float | None = None
    place_text: str = Field("", max_length=300)
    floor: str | None = Field(None, max_length=20)
    occurred_at: AwareDatetime
    opened_at: AwareDatetime
    filed_at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None
    seconds_left: float | None = None
    deadline: dict[str, Any] = Field(default_factory=dict)
    reason: str = Field("", max_length=2100)
    reports: list[ReportBody] = Field(default_factory=list, max_length=200)
    lines: list[LineBody] = Field(default_factory=list, max_length=2000)


class MirrorBody(_Body):
    """This is how my case stands now."""

    state: State
    filed_at: AwareDatetime | None = None
    dispatched_at: AwareDatetime | None = None
    received_at: AwareDatetime | None = None
    handled_at: AwareDatetime | None = None
    checked_at: AwareDatetime | None = None
    closed_at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None
    receipt_due_at: AwareDatetime | None = None
    rework: int = Field(ge=0)
    returns: int = Field(ge=0)
    number: str = Field(max_length=40)
    unit: str = Field("", max_length=200)
    answer: str = Field("", max_length=4000)
    lines: list[LineBody] = Field(default_factory=list, max_length=2000)


class RecallBody(_Body):
    """Give it back, if it still stands where I last saw it."""

    reason: str = Field(max_length=2000)


class FederationMessage(BaseModel):
    """A message of another platform: `sealed` for our key and signed by theirs, both in base64."""

    model_config = ConfigDict(extra="forbid")
    platform: str = Field(min_length=1, max_length=40)
    id: UUID
    seq: int = Field(ge=1, le=2**62)
    kind: str = Field(max_length=40)
    sealed: str = Field(max_length=20_000_000)
    signature: str = Field(max_length=200)


class FederationAnswer(BaseModel):
    """What became of a message. `refused` is an answer, too: it says why, and is not sent again."""

    outcome: Literal["done", "refused"]
    repeated: bool = False
    code: str | None = None
    detail: str | None = None
    case_id: UUID | None = None
    number: str | None = None


class FederationIdentity(BaseModel):
    """What a partner needs of us; keys in base64."""

    platform: str
    sign_public: str
    seal_public: str


class FederationPeerAsk(BaseModel):
    """A declaration of another platform. `api_key` is the key they gave us; left out it stays as it was."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(min_length=1, max_length=100)
    url: str = Field(pattern=r"^https?://[^\s/@?#]+(/[^\s?#]*)?$", max_length=300)
    relation: Literal["upper", "lower"]
    sign_public: str = Field(max_length=60)
    seal_public: str = Field(max_length=60)
    api_key: str | None = Field(None, max_length=200)
    application_id: UUID
    jurisdictions: list[Annotated[str, Field(min_length=2, max_length=40)]] = Field(min_length=1, max_length=200)
    personal: Literal["none", "masked", "full"] = "none"
    unit_id: UUID | None = None
    state: Literal["active", "paused"] = "active"
    shares: list[Literal["photos", "notes", "warnings", "signs"]] = Field(
        default=["photos", "notes", "warnings", "signs"]
    )


class FederationPeer(BaseModel):
    name: str
    title: str
    url: str
    relation: str
    jurisdictions: list[str]
    personal: str
    unit_id: UUID | None
    state: str
    shares: list[str]
    has_key: bool
    waiting: int
    refused: int
    sent: int
    received: int
    failures: int
    last_error: str | None
    last_sent: datetime | None
    last_heard: datetime | None


class FederationPeers(BaseModel):
    items: list[FederationPeer]


class HandOverAsk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    platform: str = Field(min_length=1, max_length=40)
    reason: str = Field(max_length=1000)
    version: int | None = Field(None, ge=1, le=2**31 - 1)


class RecallAsk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    reason: str = Field(min_length=1, max_length=1000)
    version: int | None = Field(None, ge=1, le=2**31 - 1)


class NoteAsk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=1000)


class WarningShare(BaseModel):
    """A warning on another platform: `ours` when it went there from here; told and received count units there."""

    peer: str
    ours: bool
    remote_number: str | None
    path: list[str]
    told: int | None
    received: int | None
    refused: str | None
    changed: datetime


class WarningShares(BaseModel):
    items: list[WarningShare]


class FederationSign(BaseModel):
    """A value of a sign as another platform told it; `origin` is the platform that computed it."""

    peer: str
    origin: str
    code: str
    name: str
    unit: str
    jurisdiction: str
    at: datetime
    value: float | None
    level: str
    n: int | None
    version: int
    recorded: datetime


class FederationSigns(BaseModel):
    items: list[FederationSign]


class FederationLetter(BaseModel):
    peer: str
    seq: int
    kind: str
    state: str
    answer: dict[str, Any] | None
    queued: datetime
    answered: datetime | None


class FederationShare(BaseModel):
    """A case's life on another platform."""

    platform: str
    remote_id: UUID | None
    remote_number: str | None
    owner: str
    turn: int


class CaseSharingOut(BaseModel):
    """Whose a case is, with whom it is shared, and what was sent about it."""

    owner: str
    ours: bool
    version: int
    shared: list[FederationShare]
    letters: list[FederationLetter]
