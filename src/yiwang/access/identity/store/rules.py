"""SQL of the rules of roles, and of what a sign-in has to satisfy."""

from typing import Any
from uuid import UUID

from yiwang.access.identity.model.rules import Policy
from yiwang.db.tx import Tx


async def list_policies(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT role, second_factor, most_sessions, longest_minutes, everywhere, most_days, changed
        FROM access.policy ORDER BY role"""
    )


async def find_policy(tx: Tx, role: str) -> dict[str, Any] | None:
    return await tx.row(
        """SELECT role, second_factor, most_sessions, longest_minutes, everywhere, most_days, changed
        FROM access.policy WHERE role = %s""",
        (role,),
    )


def put_policy(tx: Tx, policy: Policy, by: UUID) -> None:
    tx.put(
        """INSERT INTO access.policy (role, second_factor, most_sessions, longest_minutes, everywhere, most_days,
            changed, changed_by)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (role) DO UPDATE SET second_factor = excluded.second_factor,
            most_sessions = excluded.most_sessions, longest_minutes = excluded.longest_minutes,
            everywhere = excluded.everywhere, most_days = excluded.most_days,
            changed = excluded.changed, changed_by = excluded.changed_by""",
        (
            *(policy.role, policy.second_factor, policy.most_sessions, policy.longest_minutes),
            *(policy.everywhere, policy.most_days, tx.at, by),
        ),
    )


async def policies_of(tx: Tx, account_id: UUID) -> list[dict[str, Any]]:
    """The rules of the roles that an account holds now."""
    return await tx.rows(
        """SELECT p.role, p.second_factor, p.most_sessions, p.longest_minutes, p.everywhere, p.most_days, p.changed
        FROM access.policy p WHERE EXISTS (
            SELECT 1 FROM access.holding h WHERE h.holder = %s AND h.role = p.role AND h.ended IS NULL)""",
        (account_id,),
    )


def limit_session(
    tx: Tx, session_id: UUID, account_id: UUID, ways: list[str], expires: Any, idle_since: Any, keep: int
) -> None:
    """Write how a session began and when it ends at the latest; beyond `keep` sessions the oldest end."""
    tx.put("UPDATE access.session SET ways = %s, expires = %s WHERE id = %s", (ways, expires, session_id))
    tx.put(
        """UPDATE access.session SET ended = %(at)s, ended_by = 'limit'
        WHERE account_id = %(account)s AND ended IS NULL AND id IN (
            SELECT id FROM access.session
            WHERE account_id = %(account)s AND ended IS NULL AND expires > %(at)s AND last_seen > %(idle)s
            ORDER BY started DESC, id DESC OFFSET %(keep)s)""",
        {"account": account_id, "at": tx.at, "idle": idle_since, "keep": keep},
    )
