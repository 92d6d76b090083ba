"""The actor a scenario is: its own, with what an administrator approved and nothing of the platform's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from yiwang.access import Actor, Grant
from yiwang.access.model import Scope
from yiwang.base.errors import Forbidden
from yiwang.plugin.model import READS, VERBS

_SCENARIOS = UUID("3a0f6c7e-2b64-5e0b-8a8e-6f6a1d0c9b55")


@dataclass(frozen=True, slots=True)
class ScenarioActor(Actor):
    """An actor whose permissions are those of what it was allowed, over the jurisdictions it was allowed them for."""

    allowed: frozenset[str] = frozenset()

    def may(self, permission: str) -> bool:
        """Return whether it was allowed."""
        return permission in self.allowed

    def scope(self, permission: str) -> Scope:
        """Return where it was allowed; `Forbidden` when it was not."""
        if permission not in self.allowed:
            raise Forbidden(f"The scenario was not allowed this: {permission}.", permission=permission)
        return Scope(permission, any(grant.everywhere for grant in self.grants), self.grants)


def id_of(name: str) -> UUID:
    """Return the id a scenario has on every machine."""
    return uuid5(_SCENARIOS, name)


def actor_of(name: str, approved: Mapping[str, Any]) -> ScenarioActor:
    """Return the scenario as an actor."""
    needed = [READS[read] for read in approved["reads"]] + [VERBS[verb] for verb in approved["verbs"]]
    allowed = frozenset(permission for permission in needed if permission)
    places = places_of(approved)
    grants = tuple(Grant("scenario", jurisdiction=place) for place in places) if places else (Grant("scenario"),)
    return ScenarioActor(id_of(name), "application", f"scenario {name}", grants, None, allowed)


def places_of(approved: Mapping[str, Any]) -> Sequence[UUID]:
    """Return the jurisdictions it was allowed; none is the whole platform."""
    return [UUID(place) for place in approved["jurisdictions"]]
