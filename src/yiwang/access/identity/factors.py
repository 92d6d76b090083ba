"""One's own second factors, and those of others that the security administrator takes away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access.identity.codes import WRONG_CODE, make_recovery_codes, use_code
from yiwang.access.identity.halfway import Caller, Waiting, finish, has_factor, waiting
from yiwang.access.identity.model.hosts import Host
from yiwang.access.identity.passkeys import enrol
from yiwang.access.identity.policies import demand_on
from yiwang.access.identity.store import factors as store
from yiwang.access.identity.store import halves
from yiwang.access.model import Actor
from yiwang.access.passwords import password_fits
from yiwang.access.sessions import OpenSession
from yiwang.access.store import accounts as account_store
from yiwang.access.store import sessions as session_store
from yiwang.access.trail import audit
from yiwang.access.tries import count_own_try, count_try, forget_tries, known
from yiwang.access.vault import Keyring
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound, NotSignedIn
from yiwang.db.database import Database
from yiwang.db.tx import Tx

FRESH = timedelta(minutes=15)


class ProveAgain(Forbidden):
    """Something that whoever finds an open screen must not be able to do."""

    code = "prove_again"


@dataclass(frozen=True)
class Own:
    """The second factors of an account, and what is asked of it."""

    required: bool
    totp: datetime | None
    codes_left: int
    passkeys: list[dict[str, Any]]
    obstacle: str | None


async def overview(tx: Tx, actor: Actor, host: Host) -> Own:
    """Return one's own factors; `obstacle` is why passkeys cannot be used under the present name."""
    found = await store.overview(tx, actor.id)
    asked = await demand_on(tx, actor.id)
    passkeys = await store.list_passkeys(tx, actor.id)
    return Own(asked.second_factor, found["totp"], found["codes_left"], passkeys, host.obstacle)


async def ways_on(tx: Tx, half: Waiting, host: Host) -> list[str]:
    """Return which second factors somebody half way in can show here."""
    found = await store.overview(tx, half.account_id)
    there = {
        "totp": found["totp"] is not None,
        "passkey": host.obstacle is None and host.name in found["hosts"],
        "recovery": found["codes_left"] > 0,
    }
    return [way for way, can in there.items() if can]


async def prove_code(database: Database, keyring: Keyring, token: str | None, code: str, caller: Caller) -> OpenSession:
    """Finish a sign-in with a code of the phone or a recovery code. A wrong try stays counted."""
    async with database.tx() as tx:
        half = await waiting(tx, token)
        if half.step != "prove":
            raise Conflict("This account has no second factor yet: enrol one.")
        await count_try(tx, known(half.account_id))
    async with database.tx() as tx:
        way = await use_code(tx, keyring, half.account_id, code)
        if way:
            forget_tries(tx, known(half.account_id))
            return await finish(tx, half, way, caller)
        detail = {"factor": "code", "address": caller.address}
        audit(tx, half.actor, "session.refused", "account", half.account_id, tx.at, detail, success=False)
    raise NotSignedIn(WRONG_CODE)


async def prove_again(
    database: Database, keyring: Keyring, actor: Actor, *, password: str | None, code: str | None
) -> None:
    """Show once more who one is, by password or code, for what needs a fresh proof. A wrong try stays counted."""
    if (password is None) == (code is None):
        raise Invalid("password", "Send your password or a code: one of them.")
    await count_own_try(database, actor.id)
    async with database.tx() as tx:
        row = await account_store.lock_account(tx, actor.id)
    fits = password is not None and row is not None and await password_fits(row["secret"], password)
    async with database.tx() as tx:
        if code is not None:
            fits = await use_code(tx, keyring, actor.id, code) is not None
        if fits and actor.session:
            forget_tries(tx, known(actor.id))
            halves.set_proved(tx, actor.session)
        audit(tx, actor, "session.proved", "session", actor.session, tx.at, success=fits)
    if not fits:
        raise Invalid("password" if password is not None else "code", "This is not right. Try again.")


async def check_fresh(tx: Tx, actor: Actor) -> None:
    """Refuse when it is long ago that the owner of this session showed who they are."""
    proved = await halves.proved_at(tx, actor.session) if actor.session else None
    if proved is None or proved < tx.at - FRESH:
        raise ProveAgain("Show once more that it is you: POST /api/session/prove with your password or a code.")


async def add_passkey(
    tx: Tx, keyring: Keyring, actor: Actor, credential: Mapping[str, Any], label: str, host: Host, *, at: datetime
) -> tuple[UUID, list[str]]:
    """Keep a passkey; with the first factor come recovery codes, shown this once."""
    passkey = await enrol(tx, actor, credential, label, host, at=at)
    left = (await store.overview(tx, actor.id))["codes_left"]
    return passkey, [] if left else make_recovery_codes(tx, keyring, actor, at=at)


async def renew_codes(tx: Tx, keyring: Keyring, actor: Actor, *, at: datetime) -> list[str]:
    """Make new recovery codes in place of the former ones, for whoever has a factor to recover from."""
    if not has_factor(await store.overview(tx, actor.id)):
        raise Conflict("Recovery codes are for when a second factor is lost. Add one first.")
    return make_recovery_codes(tx, keyring, actor, at=at)


async def remove_totp(tx: Tx, actor: Actor, *, at: datetime) -> None:
    """Take one's own phone away."""
    await _check_left(tx, actor, "totp", None)
    if not await store.delete_totp(tx, actor.id):
        raise NotFound("There is no phone to take away.")
    await _after_removal(tx, actor)
    audit(tx, actor, "factor.removed", "account", actor.id, at, {"factor": "totp"})


async def remove_passkey(tx: Tx, actor: Actor, passkey_id: UUID, *, at: datetime) -> None:
    """Take one of one's own passkeys away."""
    await _check_left(tx, actor, "passkey", passkey_id)
    if not await store.delete_passkey(tx, actor.id, passkey_id):
        raise NotFound("You have no passkey with this id.")
    await _after_removal(tx, actor)
    audit(tx, actor, "factor.removed", "account", actor.id, at, {"factor": "passkey", "passkey": str(passkey_id)})


async def reset_factors(tx: Tx, actor: Actor, account_id: UUID, *, at: datetime) -> None:
    """Take every second factor of somebody who lost theirs, and end their sessions: the next sign-in enrols anew.

    The security administrator does this and the system administrator resets passwords, so neither gets in alone.
    """
    actor.scope("identity.manage")
    if actor.id == account_id:
        raise Forbidden("Nobody takes their own factors away like this. Ask another administrator.")
    if await store.lock_account(tx, account_id) is None:
        raise NotFound("There is no account with this id.")
    gone = await store.delete_totp(tx, account_id) + await store.delete_passkeys(tx, account_id)
    store.delete_codes(tx, account_id)
    if not gone:
        raise Conflict("This account has no second factor.")
    forget_tries(tx, known(account_id))
    halves.end_halves_of(tx, account_id)
    session_store.end_all(tx, account_id, tx.at, "factors")
    audit(tx, actor, "factor.reset", "account", account_id, at)


async def _check_left(tx: Tx, actor: Actor, factor: str, passkey_id: UUID | None) -> None:
    """Refuse to take the last factor of somebody whose roles ask for one."""
    await store.lock_account(tx, actor.id)
    if not (await demand_on(tx, actor.id)).second_factor:
        return
    found = await store.overview(tx, actor.id)
    passkeys = [row for row in await store.list_passkeys(tx, actor.id) if row["id"] != passkey_id]
    left = passkeys if factor == "totp" else passkeys or found["totp"]
    if not left:
        raise Conflict("Your roles ask for a second factor and this is the last. Add another one first.")


async def _after_removal(tx: Tx, actor: Actor) -> None:
    if not has_factor(await store.overview(tx, actor.id)):
        store.delete_codes(tx, actor.id)
