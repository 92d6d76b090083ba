"""Shapes that the addresses of this sub-room share."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.privacy.declaring import Declared

Words = Annotated[str, Field(max_length=128)]
Text = Annotated[str, Field(max_length=500)]
OFFICER = "an officer who acts in office, not a person looked at"


class Ask(BaseModel):
    """A field we do not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


async def _declared(request: Request) -> Declared:
    found: Declared = request.app.state.declared
    return found


InDeclared = Annotated[Declared, Depends(_declared)]
