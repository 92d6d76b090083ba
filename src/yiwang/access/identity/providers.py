"""Providers of single sign-on: set up, tried and closed by the security administrator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import ValidationError

from yiwang.access.identity import oidc, wecom
from yiwang.access.identity.model.providers import (
    OidcSettings,
    Settings,
    WecomSettings,
    check_code,
    check_settings,
)
from yiwang.access.identity.outside import Outside, ProviderFailed
from yiwang.access.identity.store import ways as store
from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring, seal_for, unseal_for
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.database import Database
from yiwang.db.tx import Tx

Kind = Literal["oidc", "wecom"]
_SHAPES: Mapping[str, type[OidcSettings] | type[WecomSettings]] = {"oidc": OidcSettings, "wecom": WecomSettings}


@dataclass(frozen=True)
class Provider:
    """A provider as administrators see it; its secret is never shown again."""

    id: UUID
    code: str
    kind: Kind
    label_zh: str
    label_en: str
    open: bool
    two_factors: bool
    settings: dict[str, Any]
    has_secret: bool
    changed: datetime


@dataclass(frozen=True)
class Draft:
    """A provider as it is to be. `two_factors`: it asks for two itself, so nothing more is asked here."""

    code: str
    kind: Kind
    label_zh: str
    label_en: str
    settings: Mapping[str, Any]
    secret: str | None = None
    open: bool = True
    two_factors: bool = False


@dataclass(frozen=True)
class Ready:
    """A provider ready to be asked."""

    id: UUID
    code: str
    two_factors: bool
    settings: Settings
    secret: str | None


async def list_providers(tx: Tx, actor: Actor) -> list[Provider]:
    """Return all providers; to those who set them up and to those who link accounts to them."""
    if not actor.may("accounts.manage"):
        actor.scope("identity.manage")
    return [Provider(**row) for row in await store.list_providers(tx)]


async def open_providers(tx: Tx) -> list[Provider]:
    """Return those one may sign in with, for the page before the desk."""
    return [provider for row in await store.list_providers(tx) if (provider := Provider(**row)).open]


async def add_provider(tx: Tx, keyring: Keyring, actor: Actor, draft: Draft, *, at: datetime) -> Provider:
    """Set up a provider."""
    actor.scope("identity.manage")
    check_code(draft.code)
    new = uuid7(tx.at)
    row = await _checked(tx, keyring, draft, new)
    if draft.kind == "wecom" and not draft.secret:
        raise Invalid("secret", "WeCom needs the secret of the application.")
    if not await store.insert_provider(tx, row, actor.id):
        raise Conflict("There is a provider with this code already.")
    audit(tx, actor, "provider.added", "provider", new, at, _detail(draft))
    return await _found(tx, draft.code)


async def change_provider(tx: Tx, keyring: Keyring, actor: Actor, draft: Draft, *, at: datetime) -> Provider:
    """Change a provider, or close it; without a secret the present one stays."""
    actor.scope("identity.manage")
    there = await store.find_provider(tx, draft.code)
    if there is None:
        raise NotFound("There is no provider with this code.")
    if there["kind"] != draft.kind:
        raise Invalid("kind", "The kind of a provider does not change: close this one and add another.")
    await store.update_provider(tx, await _checked(tx, keyring, draft, there["id"]), actor.id)
    audit(tx, actor, "provider.changed", "provider", there["id"], at, _detail(draft))
    return await _found(tx, draft.code)


async def try_provider(database: Database, keyring: Keyring, outside: Outside, actor: Actor, code: str) -> None:
    """Ask a provider for what needs nobody to sign in; refuse with its own words when it does not answer well."""
    actor.scope("identity.manage")
    async with database.tx() as tx:
        provider = await ready(tx, keyring, code, closed_too=True)
        at = tx.at
    try:
        if isinstance(provider.settings, OidcSettings):
            outside.forget("discovery", provider.settings.issuer)
            document = await oidc.discover(outside, provider.settings, at)
            await outside.get(str(document["jwks_uri"]))
        else:
            await wecom.check(outside, provider.settings, provider.secret or "", at)
    except ProviderFailed as failed:
        raise Conflict(f"The provider does not answer as it should: {failed}.") from None


async def ready(tx: Tx, keyring: Keyring, code: str, *, closed_too: bool = False) -> Ready:
    """Return a provider with its secret opened; `NotFound` when it is closed."""
    row = await store.find_provider(tx, code)
    if row is None or not (row["open"] or closed_too):
        raise NotFound("There is no such way to sign in.")
    sealed = row["secret"]
    secret = (await unseal_for(tx, keyring, row["id"], sealed)).decode() if sealed else None
    return Ready(row["id"], row["code"], row["two_factors"], _parsed(row["kind"], row["settings"]), secret)


async def _checked(tx: Tx, keyring: Keyring, draft: Draft, provider_id: UUID) -> dict[str, Any]:
    settings = _parsed(draft.kind, draft.settings)
    check_settings(settings)
    sealed = await seal_for(tx, keyring, provider_id, draft.secret.encode()) if draft.secret else None
    return {
        "id": provider_id,
        "code": draft.code,
        "kind": draft.kind,
        "label_zh": draft.label_zh,
        "label_en": draft.label_en,
        "open": draft.open,
        "two_factors": draft.two_factors,
        "settings": settings.model_dump(),
        "secret": sealed,
    }


def _parsed(kind: str, settings: Mapping[str, Any]) -> Settings:
    try:
        return _SHAPES[kind].model_validate(settings)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(["settings", *(str(part) for part in first["loc"])])
        raise Invalid(field, f"{first['msg']}.") from None


async def _found(tx: Tx, code: str) -> Provider:
    return next(provider for row in await store.list_providers(tx) if (provider := Provider(**row)).code == code)


def _detail(draft: Draft) -> dict[str, Any]:
    issuer = draft.settings.get("issuer") or draft.settings.get("api")
    return {
        "code": draft.code,
        "open": draft.open,
        "two_factors": draft.two_factors,
        "issuer": issuer,
        "new_secret": draft.secret is not None,
    }
