"""The shapes in which orders and what is done with them are asked for."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from yiwang.base.errors import Invalid
from yiwang.cases.hotline.model import Called
from yiwang.cases.hotline.receiving import OrderIn
from yiwang.events.model import Reporter
from yiwang.events.shapes import PlaceAsk, ReporterAsk, Strict
from yiwang.places import PlaceIn

Word = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=2000)]


class CalledAsk(Strict):
    """What a call back told 回访; leave out what it does not say."""

    contacted: bool | None = None
    resolution: str | None = Field(default=None, max_length=40)
    satisfaction: str | None = Field(default=None, max_length=40)


class OrderAsk(Strict):
    """An order of the hotline. `kind` is a code or a Chinese name; `due_at` left out follows from it."""

    system: Word = "12345"
    number: str = Field(min_length=1, max_length=120)
    kind: Word
    title: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=4000)
    place: PlaceAsk
    reporter: ReporterAsk | None = None
    received_at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None
    urgent: bool | None = None
    matter: str | None = Field(default=None, max_length=40)
    sent_from: str = Field(default="city", max_length=20)
    callback_wanted: bool = True
    called: CalledAsk | None = None
    again: bool = False


class ContactAsk(Strict):
    """首次联系. `tried_at` left out is now; `spoke_with` is needed when somebody was reached."""

    way: Word
    reached: bool
    spoke_with: str | None = Field(default=None, max_length=20)
    note: str = Field(default="", max_length=500)
    tried_at: AwareDatetime | None = None


class ReturnAsk(Strict):
    """退回市级. `next_door` names who answers for it; `ruling` is needed when it is late or the second time."""

    reason: Word
    text: Sentence
    next_door: str = Field(default="", max_length=300)
    ruling: str | None = Field(default=None, max_length=1000)


class ExtendAsk(Strict):
    reason: Sentence


class AnswerAsk(Strict):
    text: Sentence
    resolution: Word


class DeclareAsk(Strict):
    """TOML with `[[hotline_rules]]` or `[[hotline_mapping]]` tables."""

    kind: Literal["hotline_rules", "hotline_mapping"]
    toml: str = Field(min_length=1, max_length=200_000)
    note: str = Field(default="", max_length=300)


def order_in(ask: OrderAsk, raw: bytes) -> OrderIn:
    """Return an order as it was asked for; `raw` is the message as it came."""
    if not ask.title.strip() and not ask.text.strip():
        raise Invalid("text", "Say what is asked, in a sentence.")
    return OrderIn(
        system=ask.system,
        number=ask.number.strip(),
        kind=ask.kind,
        title=ask.title,
        text=ask.text,
        place=PlaceIn(**{**ask.place.model_dump(), "text": ask.place.text or ""}),
        raw=raw,
        reporter=Reporter(**ask.reporter.model_dump()) if ask.reporter else None,
        received_at=ask.received_at,
        due_at=ask.due_at,
        urgent=ask.urgent,
        matter=ask.matter,
        sent_from=ask.sent_from,
        callback_wanted=ask.callback_wanted,
        called=Called(**ask.called.model_dump()) if ask.called else Called(),
        again=ask.again,
    )
