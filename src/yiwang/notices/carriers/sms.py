"""SMS through whatever HTTP gateway a city has: the request and how to read the answer are declared, not programmed."""

import asyncio
import re
from datetime import timedelta
from typing import Annotated, Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from yiwang.notices.carriers.carrier import MOST_ANSWER, PATIENCE, after_error, after_status, client
from yiwang.notices.kernels import scrubbed
from yiwang.notices.model import Later, Message, Outcome, Refused, Sent, Unsure

_PLACE = re.compile(r"\{(id|mobile|title|title_en|text|link|secret|time)\}")
Words = Annotated[str, Field(max_length=200)]
Codes = Annotated[list[str], Field(max_length=50)]


class Answer(BaseModel):
    """How the gateway's JSON answer is read: names are paths with dots, "result.0.code"."""

    model_config = ConfigDict(extra="forbid")
    code: Words = ""  # empty: any 2xx is a success
    good: Codes = []
    later: Codes = []  # too busy, out of balance: everything else is refused for good
    ref: Words = ""


class Receipts(BaseModel):
    """How the gateway's call-back is read: `ref` names the message, by the gateway's own name or by our {id}."""

    model_config = ConfigDict(extra="forbid")
    format: Literal["json", "form"] = "json"
    ref: Words
    status: Words
    delivered: Codes = []
    read: Codes = []
    failed: Codes = []


class SmsSettings(BaseModel):
    """A gateway: {id} {mobile} {title} {title_en} {text} {link} {secret} {time} are filled in wherever they stand.

    `tells_doubles_for` is for how many seconds the gateway drops a second request with the same {id}.
    """

    model_config = ConfigDict(extra="forbid")
    url: Annotated[str, Field(pattern=r"^https?://[^\s{}]+$", max_length=500)]
    format: Literal["json", "form"] = "json"
    headers: dict[Words, Words] = {}
    body: dict[str, JsonValue]
    answer: Answer = Answer()
    receipts: Receipts | None = None
    tells_doubles_for: Annotated[int, Field(ge=0, le=7 * 86400)] = 0
    site: Words = ""
    ca: Annotated[str | None, Field(max_length=20_000)] = None


class SmsCarrier:
    """One gateway by its declaration."""

    def __init__(self, settings: SmsSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret or ""
        self._http = client(settings.ca)
        seconds = settings.tells_doubles_for
        self.same_for: timedelta | None = timedelta(seconds=seconds) if seconds else None

    async def send(self, message: Message, address: str) -> Outcome:
        """Post the filled-in declaration and read the answer as declared."""
        settings = self._settings
        words = self._words(message, address)
        headers = {name: _filled(value, words) for name, value in settings.headers.items()}
        body = _filled(settings.body, words)
        sure = self.same_for is not None
        try:
            async with asyncio.timeout(PATIENCE):
                if settings.format == "json":
                    answer = await self._http.post(settings.url, json=body, headers=headers)
                else:
                    fields = {name: str(value) for name, value in body.items()}
                    answer = await self._http.post(settings.url, data=fields, headers=headers)
        except (httpx.HTTPError, TimeoutError) as error:
            return after_error(error, idempotent=sure)
        failed = after_status(answer.status_code, answer.headers.get("retry-after"), idempotent=sure)
        return failed or self._judged(answer)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def _words(self, message: Message, address: str) -> dict[str, str]:
        return {
            "id": str(message.id),
            "mobile": address,
            "title": message.title_zh,
            "title_en": message.title_en,
            "text": message.text,
            "link": self._settings.site + message.link if message.link else "",
            "secret": self._secret,
            "time": message.at.isoformat(),
        }

    def _judged(self, answer: httpx.Response) -> Outcome:
        how = self._settings.answer
        if not how.code:
            return Sent(_ref(answer, how.ref))
        try:
            told = answer.json() if len(answer.content) <= MOST_ANSWER else None
        except ValueError:
            told = None
        code = at_path(told, how.code)
        if code is None:  # it was taken with a 2xx, in words nobody can read
            return (
                Later("The answer cannot be read.", maybe=True)
                if self.same_for
                else Unsure("The answer cannot be read.")
            )
        if str(code) in how.good:
            return Sent(_ref(answer, how.ref))
        sentence = scrubbed(f"The gateway answered {code}.")
        return Later(sentence) if str(code) in how.later else Refused(sentence)


def at_path(value: Any, path: str) -> Any:
    """Return what stands at "a.0.b" in JSON; None when there is nothing."""
    for name in path.split("."):
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def _ref(answer: httpx.Response, path: str) -> str | None:
    if not path:
        return None
    try:
        found = at_path(answer.json(), path)
    except ValueError:
        return None
    return None if found is None else str(found)[:200]


def _filled(value: Any, words: dict[str, str]) -> Any:
    """Fill in the words; structure and keys stay as declared, so no content can become a field."""
    if isinstance(value, str):
        return _PLACE.sub(lambda found: words[found[1]], value)
    if isinstance(value, dict):
        return {name: _filled(each, words) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, words) for each in value]
    return value
