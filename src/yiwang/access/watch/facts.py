"""What the watch tells the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class UnusualUse(Fact):
    """A key or an account was used as it never is: `kind` is volume, night, network or refusals.

    `holder` is the key's or the account's id; `calls` in the hour stand beside the `usual` ones.
    """

    use_id: UUID
    holder: UUID
    holder_kind: str
    kind: str
    calls: int
    usual: float
    TYPE = "access.unusual_use"
