"""Who acts, with which roles over which part of the city, and where a permission reaches."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID, uuid5

from yiwang.access.model.roles import HOLDERS, PERMISSIONS, ROLES
from yiwang.base.errors import Forbidden

ActorKind = Literal["account", "application", "platform"]
# Names the platform's own actors: the same name is the same actor on every machine.
_PLATFORM = UUID("6f0a4b62-35a1-5d0c-9f0e-0d6c8f1b7a10")


@dataclass(frozen=True, slots=True)
class Grant:
    """A role over a jurisdiction subtree and an organisation subtree; None is the whole tree."""

    role: str
    jurisdiction: UUID | None = None
    organisation: UUID | None = None

    @property
    def everywhere(self) -> bool:
        """True when neither tree limits the role."""
        return self.jurisdiction is None and self.organisation is None


@dataclass(frozen=True, slots=True)
class Scope:
    """Where one permission of one actor reaches: rows that lie inside any of `grants`, or everything."""

    permission: str
    everything: bool
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does something: a person's account, an application by its key, or the platform itself.

    `session` is the id of the session, or of the API key, that the actor came in with.
    """

    id: UUID
    kind: ActorKind
    name: str
    grants: tuple[Grant, ...] = ()
    session: UUID | None = None

    def may(self, permission: str) -> bool:
        """Return whether any role of the actor gives the permission anywhere."""
        holders = HOLDERS[permission]
        return self.kind == "platform" or any(grant.role in holders for grant in self.grants)

    def scope(self, permission: str) -> Scope:
        """Return where the permission reaches; `Forbidden` when no role of the actor gives it."""
        if self.kind == "platform":
            return Scope(permission, True)
        holders = HOLDERS[permission]
        grants = tuple(grant for grant in self.grants if grant.role in holders)
        if not grants:
            zh, en = PERMISSIONS[permission]
            raise Forbidden(
                f"Your roles do not allow this: {en} ({zh}). Ask the security administrator for a role that does.",
                permission=permission,
            )
        return Scope(permission, any(grant.everywhere for grant in grants), grants)

    @property
    def roles(self) -> list[str]:
        """Codes of the actor's roles, sorted."""
        return sorted({grant.role for grant in self.grants})

    @property
    def permissions(self) -> list[str]:
        """Every permission the actor holds somewhere, sorted."""
        if self.kind == "platform":
            return sorted(PERMISSIONS)
        held = (ROLES[grant.role].permissions for grant in self.grants if grant.role in ROLES)
        return sorted(frozenset().union(*held))


def platform_actor(name: str) -> Actor:
    """Return the platform itself acting as `name` ("replay", "timers", "set-up"): it may do everything."""
    return Actor(uuid5(_PLATFORM, name), "platform", name)
