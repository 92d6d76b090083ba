"""HTTP of command."""

from fastapi import APIRouter

from yiwang.command.routes.duty import router as duty
from yiwang.command.routes.logbook import router as logbook
from yiwang.command.routes.orders import router as orders
from yiwang.command.routes.rosters import router as rosters
from yiwang.command.routes.warnings import router as warnings

router = APIRouter()
for part in (rosters, duty, logbook, orders, warnings):
    router.include_router(part)

__all__ = ["router"]
