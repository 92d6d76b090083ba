"""HTTP of matters."""

from fastapi import APIRouter

from yiwang.matters.routes import catalogue, responsibility

router = APIRouter()
router.include_router(catalogue.router)
router.include_router(responsibility.router)

__all__ = ["router"]
