"""WeCom 企业微信 / 政务微信: messages of an application to its members (gettoken, message/send)."""

import asyncio
from datetime import timedelta
from typing import Annotated, Any

import httpx
from pydantic import BaseModel, ConfigDict, Field

from yiwang.notices.carriers.carrier import MOST_ANSWER, PATIENCE, after_error, after_status, client
from yiwang.notices.kernels import scrubbed
from yiwang.notices.model import Later, Message, Outcome, Refused, Sent

# The longest the other side looks for doubles: same content, same member (duplicate_check_interval, at most 4 hours).
SAME_FOR = timedelta(hours=4)
_STALE_TOKEN = {40001, 40014, 41001, 42001}
_BUSY = {-1, 45009, 45011, 45033, 50005, 60020}
_EARLY = 300  # seconds before its end that a token is given up


class WecomSettings(BaseModel):
    """The corporation, its application, and where the API is: a city's 政务微信 has an address of its own."""

    model_config = ConfigDict(extra="forbid")
    corp_id: Annotated[str, Field(min_length=1, max_length=64)]
    agent_id: Annotated[int, Field(ge=0)]
    api: Annotated[str, Field(pattern=r"^https?://[^\s]+$", max_length=200)] = "https://qyapi.weixin.qq.com"
    site: Annotated[str, Field(max_length=200)] = ""
    ca: Annotated[str | None, Field(max_length=20_000)] = None


class WecomCarrier:
    """Holds the access token until shortly before it ends; one the other side no longer knows is fetched anew."""

    same_for: timedelta | None = SAME_FOR

    def __init__(self, settings: WecomSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret or ""
        self._http = client(settings.ca)
        self._token: tuple[str, float] | None = None
        self._fetching = asyncio.Lock()

    async def send(self, message: Message, address: str) -> Outcome:
        """Send one text to one member."""
        try:
            async with asyncio.timeout(PATIENCE):
                for _ in range(2):
                    outcome = await self._try(message, address)
                    if outcome is not None:
                        return outcome
                    self._token = None
        except (httpx.HTTPError, TimeoutError) as error:
            return after_error(error, idempotent=True)
        return Later("The other side does not take the token it has just given.")

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def _try(self, message: Message, address: str) -> Outcome | None:
        """One try; None when the token is stale."""
        token = await self._held_token()
        if not isinstance(token, str):
            return token
        # Read on a phone, so a case opens on the phone's page.
        page = message.link.replace("/cases/", "/m/case/", 1) if message.link.startswith("/cases/") else message.link
        link = f"\n{self._settings.site}{page}" if page else ""
        answer = await self._http.post(
            f"{self._settings.api}/cgi-bin/message/send",
            params={"access_token": token},
            json={
                "touser": address,
                "msgtype": "text",
                "agentid": self._settings.agent_id,
                "text": {"content": f"{message.title_zh}\n{message.text}{link}"},
                "enable_duplicate_check": 1,
                "duplicate_check_interval": int(SAME_FOR.total_seconds()),
            },
        )
        told = _read(answer)
        if isinstance(told, Later | Refused):
            return told
        code = told["errcode"]
        if code in _STALE_TOKEN:
            return None
        if code:
            return _refused(told)
        if address.casefold() in str(told.get("invaliduser") or "").casefold().split("|"):
            return Refused("The member is unknown there, or may not see the application.")
        return Sent(str(told["msgid"])[:200] if told.get("msgid") else None)

    async def _held_token(self) -> str | Outcome:
        async with self._fetching:
            now = asyncio.get_running_loop().time()
            if self._token and self._token[1] > now:
                return self._token[0]
            answer = await self._http.get(
                f"{self._settings.api}/cgi-bin/gettoken",
                params={"corpid": self._settings.corp_id, "corpsecret": self._secret},
            )
            told = _read(answer)
            if isinstance(told, Later | Refused):
                return told
            if told["errcode"] or not told.get("access_token"):
                return Later(f"No token: errcode {told['errcode']}.")
            lasts = float(told.get("expires_in") or 0)
            self._token = (str(told["access_token"]), now + max(lasts - _EARLY, min(lasts, 10.0)))
            return self._token[0]


def _read(answer: httpx.Response) -> dict[str, Any] | Later | Refused:
    failed = after_status(answer.status_code, answer.headers.get("retry-after"), idempotent=True)
    if isinstance(failed, Later | Refused):
        return failed
    try:
        told = answer.json() if len(answer.content) <= MOST_ANSWER else None
    except ValueError:
        told = None
    if not isinstance(told, dict) or not isinstance(told.get("errcode", 0), int):
        return Later("The answer cannot be read.")
    return {"errcode": 0, **told}


def _refused(told: dict[str, Any]) -> Outcome:
    sentence = scrubbed(f"errcode {told['errcode']}: {told.get('errmsg') or ''}")
    return Later(sentence) if told["errcode"] in _BUSY else Refused(sentence)
