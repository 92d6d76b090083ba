"""Addresses of access: set-up, sessions, accounts, roles, keys, the audit trail. `app` mounts `router`."""

from fastapi import APIRouter

from yiwang.access.routes import administering, audit, entering

router = APIRouter()
for part in (entering.router, entering.open_router, entering.sign_in_router, administering.router, audit.router):
    router.include_router(part)

__all__ = ["router"]
