"""From a carrier's declaration to the carrier."""

from typing import Any

from pydantic import BaseModel, ValidationError

from yiwang.base.errors import Invalid
from yiwang.notices.carriers.carrier import Carrier
from yiwang.notices.carriers.mail import MailCarrier, MailSettings
from yiwang.notices.carriers.sms import SmsCarrier, SmsSettings
from yiwang.notices.carriers.wecom import WecomCarrier, WecomSettings

SHAPES: dict[str, type[BaseModel]] = {"mail": MailSettings, "sms": SmsSettings, "wecom": WecomSettings}


def read_settings(kind: str, settings: dict[str, Any]) -> BaseModel:
    """Return the declaration as its kind reads it; `Invalid` names the first field that is wrong."""
    try:
        return SHAPES[kind].model_validate(settings)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(["settings", *(str(part) for part in first["loc"])])
        raise Invalid(where, f"{first['msg']}.") from None


def open_carrier(kind: str, settings: dict[str, Any], secret: str | None) -> Carrier:
    """Return the carrier of a declaration."""
    read = read_settings(kind, settings)
    if isinstance(read, MailSettings):
        return MailCarrier(read, secret)
    if isinstance(read, SmsSettings):
        return SmsCarrier(read, secret)
    assert isinstance(read, WecomSettings)
    return WecomCarrier(read, secret)
