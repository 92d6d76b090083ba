"""Shapes that several doors of the room share."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Ask(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MadeIdOut(BaseModel):
    id: UUID
