"""Addresses of personal data: revealing, exports, erasing, who saw whom. `app` mounts `router`."""

from fastapi import APIRouter

from yiwang.access.privacy.routes import erasures, exports, looks

router = APIRouter()
for part in (looks.router, exports.router, erasures.router):
    router.include_router(part)

__all__ = ["router"]
