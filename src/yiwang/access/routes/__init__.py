"""Addresses of access: set-up, sessions, ways in, accounts, roles, keys, the audit trail. `app` mounts `router`."""

from fastapi import APIRouter

from yiwang.access.routes import administering, audit, elsewhere, entering, identity, keys, own, second

router = APIRouter()
for part in (
    *(entering.router, entering.long_router, entering.open_router, entering.sign_in_router),
    *(second.router, second.code_router, elsewhere.open_router, elsewhere.trip_router),
    *(own.router, own.long_router, identity.router, identity.long_router),
    *(administering.router, keys.router, audit.router),
):
    router.include_router(part)

__all__ = ["router"]
