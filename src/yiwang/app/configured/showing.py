"""Every setting with its value, secrets left out, and the limits that are written in one place each in the code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from yiwang.app.configured.words import ZH
from yiwang.app.settings import Settings
from yiwang.cases.model import CHECK_LIMIT, DISPATCH_LIMIT
from yiwang.cases.steps.filing import CONFIRM_LIMIT
from yiwang.command import model as command

HIDDEN = "••••••"
Group = Literal["cases", "orders", "duty"]
_PASSWORD = re.compile(r"(?i)\b(password|passfile)\s*=\s*('[^']*'|\S+)")


@dataclass(frozen=True)
class SettingOut:
    """`value` and `default` are null where nothing is set; of a secret only that it is set is told."""

    name: str
    variable: str
    zh: str
    en: str
    value: str | None
    default: str | None
    changed: bool
    secret: bool


@dataclass(frozen=True)
class StandingLimitOut:
    """A limit; provisional 暂定 where no source gives it."""

    group: Group
    zh: str
    en: str
    value_zh: str
    value_en: str
    provisional: bool


def settings_shown(settings: Settings) -> list[SettingOut]:
    """Return every setting in the order of the class; passwords and tokens never leave."""
    return [_shown(name, field, getattr(settings, name)) for name, field in Settings.model_fields.items()]


def _shown(name: str, field: FieldInfo, value: Any) -> SettingOut:
    default = field.get_default(call_default_factory=True)
    described = field.description or ""
    secret = isinstance(value, SecretStr) or name in ("database_url", "database_owner_url", "metrics_token")
    return SettingOut(
        name,
        f"YIWANG_{name.upper()}",
        ZH.get(name, described),
        described,
        _text(value),
        _text(default),
        value != default,
        secret,
    )


def _text(value: Any) -> str | None:
    """Return a value as somebody reads it: a secret is hidden, the password of an address is cut out."""
    if value is None or value in ("", {}):
        return None
    if isinstance(value, SecretStr):
        return HIDDEN
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    return str(value) if isinstance(value, Path) else without_password(str(value))


def without_password(text: str) -> str:
    """Return an address or a connection string with its passwords hidden."""
    if "://" not in text:
        return _PASSWORD.sub(rf"\1={HIDDEN}", text)
    parts = urlsplit(text)
    query = re.sub(r"(?i)(password|passfile)=[^&]*", rf"\1={HIDDEN}", parts.query)
    user, at, host = parts.netloc.rpartition("@")
    name, colon, _ = user.partition(":")
    netloc = f"{name}:{HIDDEN}@{host}" if at and colon else parts.netloc
    return urlunsplit(parts._replace(netloc=netloc, query=query))


def limits_shown() -> list[StandingLimitOut]:
    """Return the limits, grouped as the procedure goes; limits of matters stand in their catalogue."""
    return [*_case_limits(), *_order_limits(), *_duty_limits()]


def _case_limits() -> Iterator[StandingLimitOut]:
    hours = f"{CONFIRM_LIMIT.value:g}"
    yield StandingLimitOut(
        "cases", "核实与立案", "To confirm and file", f"{hours} 个工作小时", f"{hours} working hours", provisional=True
    )
    yield _span("cases", "派遣（紧急）", "To dispatch, urgent", DISPATCH_LIMIT[True])
    yield _span("cases", "派遣（一般）", "To dispatch, normal", DISPATCH_LIMIT[False])
    yield _span("cases", "核查", "To check", CHECK_LIMIT)


def _order_limits() -> Iterator[StandingLimitOut]:
    yield _span("orders", "指令签收（紧急）", "To receive an order, urgent", command.RECEIPT[True])
    yield _span("orders", "指令签收（一般）", "To receive an order, normal", command.RECEIPT[False])
    for kind, most in command.MOST_EXPEDITES.items():
        zh, en = command.ORDER_KINDS[kind]
        yield StandingLimitOut(
            "orders", f"每案{zh}上限", f"{en}s on one case", f"{most} 次", f"{most} times", provisional=True
        )
    for level, minutes in command.WARNING_RECEIPT.items():
        zh, en = command.LEVELS[level]
        wait = timedelta(minutes=minutes)
        yield _span("orders", f"{zh}预警签收", f"To receive a {en.lower()} warning", wait)


def _duty_limits() -> Iterator[StandingLimitOut]:
    yield _span("duty", "可提前签到", "Sign in before a shift at most", command.EARLY_IN)
    yield _span("duty", "迟到早退宽限", "Late or early from", command.GRACE)
    yield _span("duty", "无人签到告知单位", "The unit is told that nobody signed in after", command.MISSED_AFTER)
    yield _span("duty", "两班之间休息", "Rest between two shifts", command.REST)
    yield _span("duty", "一周最多", "In a week at most", command.MOST_A_WEEK)
    yield _span("duty", "巡查轨迹保留", "Patrol tracks are kept", command.TRACK_KEPT)


def _span(group: Group, zh: str, en: str, length: timedelta) -> StandingLimitOut:
    minutes = int(length.total_seconds() // 60)
    if length.days > 3 and not minutes % 1440:
        return StandingLimitOut(group, zh, en, f"{length.days} 天", f"{length.days} days", provisional=True)
    if minutes >= 60 and not minutes % 60:
        return StandingLimitOut(group, zh, en, f"{minutes // 60} 小时", f"{minutes // 60} hours", provisional=True)
    return StandingLimitOut(group, zh, en, f"{minutes} 分钟", f"{minutes} minutes", provisional=True)
