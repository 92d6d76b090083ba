"""WeCom 企业微信 and private 政务微信: the app hands out a code, cgi-bin says which member it stands for.

After the documents "网页授权登录" (developer.work.weixin.qq.com 91022, 91023) and "获取 access_token" (91039).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from yiwang.access.identity.model.providers import WecomSettings
from yiwang.access.identity.outside import Outside, ProviderFailed, later
from yiwang.access.identity.trips import NotAllowed, Person, Trip

EARLY_SECONDS = 300.0  # an access token is got anew so long before its end
_STALE_TOKEN = frozenset({40001, 40014, 42001})


def address(settings: WecomSettings, trip: Trip) -> str:
    """Return where the page inside the app is sent: it comes straight back, nothing is typed."""
    asked = {
        "appid": settings.corp_id,
        "redirect_uri": trip.redirect_uri,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": trip.state,
    }
    if settings.agent_id:
        asked["agentid"] = settings.agent_id
    return f"{settings.authorize}?{urlencode(asked)}#wechat_redirect"


async def person(
    outside: Outside, settings: WecomSettings, secret: str, answer: Mapping[str, str], at: datetime
) -> Person:
    """Return which member came back with this code; `NotAllowed` for somebody who is no member."""
    code = answer.get("code", "")
    if not 1 <= len(code) <= 512:
        raise NotAllowed
    told = await _call(outside, settings, secret, {"code": code}, at)
    # The older address spells it UserId; somebody of another corporation has an OpenId only.
    member = told.get("userid") or told.get("UserId")
    if not isinstance(member, str) or not 1 <= len(member) <= 255:
        raise NotAllowed
    return Person(settings.issuer, member, {"username": member.casefold()})


async def check(outside: Outside, settings: WecomSettings, secret: str, at: datetime) -> None:
    """Get an access token anew: says whether corporation, secret and address are right."""
    outside.forget("wecom", _name(settings))
    await _token(outside, settings, secret, at)


async def _call(
    outside: Outside, settings: WecomSettings, secret: str, asked: dict[str, str], at: datetime
) -> dict[str, Any]:
    url = settings.api.rstrip("/") + settings.user_path
    for _ in range(2):
        token = await _token(outside, settings, secret, at)
        told = await outside.get(url, params={"access_token": token, **asked})
        if told.get("errcode") not in _STALE_TOKEN:
            break
        outside.forget("wecom", _name(settings))  # it ended before its time, or the secret was changed
    _check(told)
    return told


async def _token(outside: Outside, settings: WecomSettings, secret: str, at: datetime) -> str:
    """Return the application's access token: asking for it at every sign-in is what WeCom forbids."""
    found = outside.remembered("wecom", _name(settings), at)
    if found is None:
        asked = {"corpid": settings.corp_id, "corpsecret": secret}
        told = await outside.get(f"{settings.api.rstrip('/')}/cgi-bin/gettoken", params=asked)
        _check(told)
        found, life = told.get("access_token"), told.get("expires_in")
        if not isinstance(found, str) or not isinstance(life, int):
            raise ProviderFailed("WeCom sent no access token")
        outside.keep("wecom", _name(settings), found, later(at, max(life - EARLY_SECONDS, 0.0)))
    return str(found)


def _name(settings: WecomSettings) -> str:
    return f"{settings.issuer} {settings.agent_id}"


def _check(told: dict[str, Any]) -> None:
    code = told.get("errcode", 0)
    if code == 40029:  # the code is not one of ours, was used, or is older than five minutes
        raise NotAllowed
    if code != 0:
        raise ProviderFailed(f"WeCom answers errcode {code}: {str(told.get('errmsg', ''))[:120]}")
