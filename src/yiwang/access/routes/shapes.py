"""Shapes and words that the addresses of this room share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Secret = Annotated[str, Field(max_length=1024)]
Words = Annotated[str, Field(max_length=128)]


class Ask(BaseModel):
    """What is sent in: a field we do not know is refused rather than silently dropped."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """What is answered, read from the room's own types."""

    model_config = ConfigDict(from_attributes=True)
