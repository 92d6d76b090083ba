"""Settings and limits over HTTP, to be read only: they are set where the platform is started."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from yiwang.access import audit
from yiwang.access.door import Door, Visit
from yiwang.app.configured.showing import limits_shown, settings_shown

router = APIRouter(prefix="/api", route_class=Door, tags=["platform"])


class SettingOut(BaseModel):
    """`value` and `default` are null where nothing is set; of a secret only that it is set is told."""

    model_config = ConfigDict(from_attributes=True)
    name: str
    variable: str
    zh: str
    en: str
    value: str | None
    default: str | None
    changed: bool
    secret: bool


class StandingLimitOut(BaseModel):
    """A limit; provisional 暂定 where no source gives it."""

    model_config = ConfigDict(from_attributes=True)
    group: Literal["cases", "orders", "duty"]
    zh: str
    en: str
    value_zh: str
    value_en: str
    provisional: bool


class SettingsOut(BaseModel):
    items: list[SettingOut]
    limits: list[StandingLimitOut]


@router.get("/settings")
async def read_settings(visit: Visit) -> SettingsOut:
    """Every setting of this installation and the limits it goes by; passwords and tokens are left out."""
    visit.actor.scope("platform.settings")
    audit(visit.tx, visit.actor, "platform.settings.read", "platform", None, visit.at)
    settings = visit.request.app.state.settings
    return SettingsOut(
        items=[SettingOut.model_validate(one) for one in settings_shown(settings)],
        limits=[StandingLimitOut.model_validate(one) for one in limits_shown()],
    )
