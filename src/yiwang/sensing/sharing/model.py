"""What a stream is, and when it is tried again. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

STATES: dict[str, tuple[str, str]] = {
    "active": ("推送中", "Active"),
    "paused": ("已暂停", "Paused"),
    "ended": ("已终止", "Ended"),
}
WAYS: dict[str, tuple[str, str]] = {"webhook": ("Webhook", "Webhook"), "mqtt": ("MQTT", "MQTT, to a broker")}
MOST_READINGS = 2_000  # of one message
MOST_FAILURES = 300  # about three days of trying
DATA_SET = "readings.stream"  # what it is metered as


@dataclass(frozen=True)
class Share:
    """A stream as it is kept; empty lists choose all."""

    id: UUID
    key_id: UUID
    name: str
    way: str
    address: str
    sealed: bytes
    class_codes: list[str]
    metrics: list[str]
    device_ids: list[UUID]
    jurisdiction_id: UUID | None
    state: str
    failures: int

    @property
    def purpose(self) -> str:
        """Return the name of its cursors among the leases of the log."""
        return f"share {self.id}"


def pause_after(failures: int) -> timedelta:
    """Return how long to wait after so many failures in a row: 5 seconds, doubled, at most 15 minutes."""
    return timedelta(seconds=min(5 * 2 ** min(failures - 1, 10), 900))


def message_of(share: Share, rows: dict[str, list[Any]]) -> dict[str, Any]:
    """Return what is sent: columns of one length."""
    return {"type": "readings", "version": 1, "share": str(share.id), **rows}
