"""HTTP of channels."""

from fastapi import APIRouter

from yiwang.events.channels.routes import declaring, receiving, refused, signing

router = APIRouter()
for part in (declaring.router, receiving.router, refused.router, signing.router, signing.open_router):
    router.include_router(part)

__all__ = ["router"]
