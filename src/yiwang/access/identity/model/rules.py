"""What roles ask of whoever holds them: the strictest of all their roles counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_SESSIONS = 5
LONGEST_MINUTES = 720
TWO_FACTORS = "two factors"  # among the ways of a sign-in: the provider asked for two itself


@dataclass(frozen=True)
class Policy:
    """The rule of one role: how its holders sign in, and how it may be given.

    `everywhere` lets it be given over the whole district, `most_days` is how long a grant lasts at most.
    """

    role: str
    second_factor: bool = False
    most_sessions: int = MOST_SESSIONS
    longest_minutes: int = LONGEST_MINUTES
    everywhere: bool = True
    most_days: int | None = None
    changed: datetime | None = None

    def looser_than(self, other: "Policy") -> bool:
        """Return whether any part of this rule asks less than the other."""
        return (
            (other.second_factor and not self.second_factor)
            or self.most_sessions > other.most_sessions
            or self.longest_minutes > other.longest_minutes
            or (self.everywhere and not other.everywhere)
            or (other.most_days is not None and (self.most_days is None or self.most_days > other.most_days))
        )


@dataclass(frozen=True)
class Demand:
    """What a sign-in has to satisfy, over all roles of the account."""

    second_factor: bool
    most_sessions: int
    longest: timedelta


def demand(policies: Iterable[Policy]) -> Demand:
    """Return the strictest of the rules."""
    rules = list(policies)
    return Demand(
        any(rule.second_factor for rule in rules),
        min((rule.most_sessions for rule in rules), default=MOST_SESSIONS),
        timedelta(minutes=min((rule.longest_minutes for rule in rules), default=LONGEST_MINUTES)),
    )


FIRST_FACTORS = frozenset({"password"})
SECOND_FACTORS = frozenset({"totp", "recovery", "passkey", TWO_FACTORS})


def is_full(ways: Iterable[str]) -> bool:
    """Return whether two factors were shown. A passkey alone is two: the thing, and the finger or PIN it asked for."""
    return bool(SECOND_FACTORS & set(ways))
