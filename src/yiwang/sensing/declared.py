"""Declarations of sensing in and out over HTTP: classes and pushes are sent and reported alike."""

from typing import Annotated, Any, Self, TypeVar

from fastapi import Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.definitions import Draft, Kind, Report, Version

Body = TypeVar("Body", bound=BaseModel)
TOML = {200: {"content": {"application/toml": {"schema": {"type": "string"}}}}}


class DeclaredAsk(BaseModel):
    """Declarations as TOML or as rows; a dry run writes nothing."""

    toml: Annotated[str | None, Field(max_length=2_000_000)] = None
    rows: Annotated[list[dict[str, Any]] | None, Field(max_length=1000)] = None
    valid_from: AwareDatetime | None = None
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self

    def draft(self, kind: Kind[Body]) -> Draft[Body]:
        """Return what was sent, with every fault of it."""
        return (
            definitions.read_toml(kind, self.toml)
            if self.toml is not None
            else definitions.check(kind, self.rows or [])
        )


class DeclaredFault(BaseModel):
    """What is wrong in which row (from 1; 0 is the whole)."""

    row: int
    code: str
    field: str
    detail: str


class DeclaredReport(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: dict[str, list[str]]
    same: list[str]
    faults: list[DeclaredFault]
    written: bool

    @classmethod
    def of(cls, report: Report, *, dry_run: bool) -> Self:
        """Return a report as it is shown."""
        return cls(
            new=report.new,
            changed={code: [change.field for change in changes] for code, changes in report.changed.items()},
            same=report.same,
            faults=[
                DeclaredFault(row=one.entry, code=one.code, field=one.field, detail=one.detail) for one in report.faults
            ],
            written=not report.faults and not dry_run,
        )


def as_toml(kind: Kind[Body], versions: list[Version[Body]]) -> Response:
    """Return declarations as TOML, which the import takes."""
    text = definitions.write_toml(kind, [version.body for version in versions])
    return Response(text, media_type="application/toml; charset=utf-8")
