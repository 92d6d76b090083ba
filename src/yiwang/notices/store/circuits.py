"""SQL of the circuits: which lanes are closed to tries, and until when."""

from typing import Any

from yiwang.db import Tx
from yiwang.notices.model import Circuit


async def circuit(tx: Tx, lane: str) -> Circuit | None:
    row = await tx.row("SELECT failures, openings, open_until FROM notices.circuit WHERE lane = %s", (lane,))
    return Circuit(**row) if row else None


async def lock_circuit(tx: Tx, lane: str) -> Circuit | None:
    row = await tx.row("SELECT failures, openings, open_until FROM notices.circuit WHERE lane = %s FOR UPDATE", (lane,))
    return Circuit(**row) if row else None


def put_circuit(tx: Tx, lane: str, circuit: Circuit, error: str) -> None:
    tx.put(
        """INSERT INTO notices.circuit (lane, failures, openings, open_until, error, changed)
        VALUES (%s,%s,%s,%s,%s,%s)
        ON CONFLICT (lane) DO UPDATE SET failures = excluded.failures, openings = excluded.openings,
            open_until = excluded.open_until, error = excluded.error, changed = excluded.changed""",
        (lane, circuit.failures, circuit.openings, circuit.open_until, error, tx.at),
    )


def close_circuit(tx: Tx, lane: str) -> None:
    tx.put("DELETE FROM notices.circuit WHERE lane = %s", (lane,))


async def circuits(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT lane, failures, open_until, error, changed FROM notices.circuit ORDER BY lane")
