"""HTTP of notices."""

from fastapi import APIRouter

from yiwang.notices.routes import administering, inbox, preferences, webhooks

router = APIRouter()
for part in (inbox, preferences, administering, webhooks):
    router.include_router(part.router)
router.include_router(administering.open_router)

__all__ = ["router"]
