"""Declarations around alarms, in and out: inhibitions here, templates of events in the room above."""

from datetime import datetime
from typing import Annotated, Any, Self, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from yiwang import definitions
from yiwang.access import Actor
from yiwang.base.errors import Forbidden
from yiwang.db import Tx
from yiwang.definitions import Kind, Version

Body = TypeVar("Body", bound=BaseModel)
MANAGE, READ = "alarms.manage", "alarms.read"


class DeclarationsAsk(BaseModel):
    """Declarations as TOML or as rows; a dry run writes nothing."""

    model_config = ConfigDict(extra="forbid")
    toml: Annotated[str | None, Field(max_length=2_000_000)] = None
    rows: Annotated[list[dict[str, Any]] | None, Field(max_length=1000)] = None
    valid_from: AwareDatetime | None = None
    note: Annotated[str, Field(max_length=500)] = ""
    dry_run: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.toml is None) == (self.rows is None):
            raise ValueError("send either toml or rows")
        return self


class DeclarationFault(BaseModel):
    """What is wrong in which entry (from 1; 0 is the whole)."""

    entry: int
    code: str
    field: str
    detail: str


class DeclarationsReport(BaseModel):
    """What the import did, or would do; with any fault nothing was written."""

    new: list[str]
    changed: list[str]
    same: list[str]
    faults: list[DeclarationFault]
    written: bool


async def in_force(tx: Tx, actor: Actor, kind: Kind[Body], at: datetime) -> list[Version[Body]]:
    """Return what is declared and in force; everyone who sees alarms may know of it."""
    actor.scope(READ)
    return await definitions.as_of(tx, kind, at)


async def take_in(tx: Tx, actor: Actor, kind: Kind[Body], ask: DeclarationsAsk, at: datetime) -> DeclarationsReport:
    """Publish declarations as a whole, or report every fault and write nothing."""
    may_declare(actor)
    valid_from = ask.valid_from or at
    given = ask.toml
    draft = definitions.read_toml(kind, given) if given is not None else definitions.check(kind, ask.rows or [])
    report = await definitions.dry_run(tx, kind, draft, valid_from=valid_from)
    if not report.faults and not ask.dry_run:
        report = await definitions.publish(tx, actor, kind, draft.bodies, valid_from=valid_from, at=at, note=ask.note)
    return DeclarationsReport(
        new=report.new,
        changed=sorted(report.changed),
        same=report.same,
        faults=[
            DeclarationFault(entry=one.entry, code=one.code, field=one.field, detail=one.detail)
            for one in report.faults
        ],
        written=not report.faults and not ask.dry_run,
    )


async def end(tx: Tx, actor: Actor, kind: Kind[Body], code: str, *, at: datetime) -> None:
    """Take a declaration out of force now."""
    may_declare(actor)
    await definitions.end(tx, actor, kind, code, valid_to=at, at=at)


def may_declare(actor: Actor) -> None:
    """Refuse who may not declare; declarations are the whole platform's."""
    if not actor.scope(MANAGE).everything:
        raise Forbidden("Declarations about alarms are the whole platform's; your role reaches only a part of it.")
