"""Declaring who pushes, and the secrets that prove it; every process holds the declarations in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from yiwang import access, definitions
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Forbidden, NotFound
from yiwang.db import Tx
from yiwang.definitions import Draft, Kept, Report, Version
from yiwang.sensing.protocols.http_push.mapping import Push, push_of
from yiwang.sensing.pushes.model import PUSH, PushDeclared, secret_of

_KIND = "device push"


@dataclass(frozen=True)
class PushBook:
    """All versions of all pushes, their mappings read once."""

    versions: tuple[Version[PushDeclared], ...]
    _mappings: dict[tuple[str, int], Push] = field(default_factory=dict)

    def in_force(self, at: datetime) -> list[Version[PushDeclared]]:
        """Return the pushes in force at a moment, by code."""
        return [one for one in self.versions if one.valid_from <= at and (one.valid_to is None or at < one.valid_to)]

    def find(self, code: str, at: datetime) -> tuple[PushDeclared, Push] | None:
        """Return a push in force with its mapping, None when there is none."""
        one = next((one for one in self.in_force(at) if one.code == code), None)
        if one is None:
            return None
        key = (one.code, one.number)
        if key not in self._mappings:
            self._mappings[key] = push_of(one.body.mapping, "mapping")
        return one.body, self._mappings[key]


def kept() -> Kept[PushBook]:
    """Return a book that builds itself on first use and is asked to `refresh` by whoever uses it."""
    return Kept(_version, _build)


async def _version(tx: Tx) -> int:
    return await definitions.edition(tx, PUSH)


async def _build(tx: Tx) -> PushBook:
    return PushBook(tuple(sorted(await definitions.history(tx, PUSH), key=lambda one: (one.code, one.number))))


async def import_draft(
    tx: Tx, actor: Actor, draft: Draft[PushDeclared], *, at: datetime, valid_from: datetime, dry_run: bool = False
) -> Report:
    """Publish a draft as a whole, or with any fault nothing of it; a dry run only reports, field by field."""
    may_declare(actor)
    report = await definitions.dry_run(tx, PUSH, draft, valid_from=valid_from)
    if report.faults or dry_run:
        return report
    return await definitions.publish(tx, actor, PUSH, draft.bodies, valid_from=valid_from, at=at)


async def end(tx: Tx, actor: Actor, code: str, *, at: datetime) -> None:
    """Take nothing more from a platform."""
    may_declare(actor)
    await definitions.end(tx, actor, PUSH, code, valid_to=at, at=at)


async def reveal_secret(tx: Tx, actor: Actor, keyring: Keyring, code: str, *, at: datetime) -> str:
    """Return the secret that a push proves itself by; the look is audited."""
    may_declare(actor)
    book = await _build(tx)
    found = book.find(code, at)
    if found is None:
        raise NotFound(f"No push is called {code[:40]}: GET /api/device-pushes names them.")
    if found[0].proof == "key":
        raise Conflict("This push proves itself by the key of an application; make one at the keys.")
    access.audit(tx, actor, "devices.push_secret", "device_push", None, at, {"code": code})
    return secret(keyring, found[0])


def secret(keyring: Keyring, declared: PushDeclared) -> str:
    """Return the secret of a push: it follows from the platform's key, so that nothing needs to be kept."""
    return secret_of(keyring.blind(_KIND, f"{declared.code} {declared.turn}"))


def may_declare(actor: Actor) -> None:
    """Refuse who may not declare pushes; they are the whole platform's."""
    if not actor.scope("devices.manage").everything:
        raise Forbidden("Pushes are the whole platform's; your role reaches only a part of it.")
