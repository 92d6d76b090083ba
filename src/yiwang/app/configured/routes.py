"""Settings and limits over HTTP, to be read only: they are set where the platform is started."""

from fastapi import APIRouter
from pydantic import BaseModel

from yiwang.access import audit
from yiwang.access.door import Door, Visit
from yiwang.app.configured.showing import SettingOut, StandingLimitOut, limits_shown, settings_shown

router = APIRouter(prefix="/api", route_class=Door, tags=["platform"])


class SettingsOut(BaseModel):
    items: list[SettingOut]
    limits: list[StandingLimitOut]


@router.get("/settings")
async def read_settings(visit: Visit) -> SettingsOut:
    """Every setting of this installation and the limits it goes by; passwords and tokens are left out."""
    visit.actor.scope("platform.settings")
    audit(visit.tx, visit.actor, "platform.settings.read", "platform", None, visit.at)
    settings = visit.request.app.state.settings
    return SettingsOut(items=settings_shown(settings), limits=limits_shown())
