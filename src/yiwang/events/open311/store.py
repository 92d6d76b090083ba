"""SQL of Open311: reports with the state of their events."""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db import Tx
from yiwang.events.open311.model import ENDED_EVENTS, ENDED_REPORTS, Wanted

_REPORT: LiteralString = """r.id, r.number, r.state, r.text, r.confidential, r.reported_at, r.answered_at, r.due_at,
    r.answer, r.matter_code, r.lon, r.lat, r.place, e.id AS event_id, e.jurisdiction_id,
    e.state AS event_state, e.closed_at, e.given_due"""


async def find(
    tx: Tx,
    source: str,
    conditions: Sequence[tuple[LiteralString, Sequence[Any]]],
    wanted: Wanted,
    limit: int,
) -> list[dict[str, Any]]:
    """Return reports of one's own, or within the first condition; all within the further ones. Newest first."""
    (scope, scope_params), *further = conditions
    rest: LiteralString = " AND ".join(condition for condition, _ in further) or "TRUE"
    return await tx.rows(
        f"""SELECT {_REPORT} FROM events.report r JOIN events.event e ON e.id = r.event_id
        WHERE (r.source = %s OR ({scope})) AND {rest} AND NOT e.drill
          AND (%s::text[] IS NULL OR r.number = ANY(%s))
          AND (%s OR (r.reported_at >= %s AND r.reported_at <= %s))
          AND (%s::text[] IS NULL OR r.matter_code = ANY(%s))
          AND (%s::boolean IS NULL OR (r.state = ANY(%s) OR e.state = ANY(%s)) = %s)
        ORDER BY r.reported_at DESC, r.id DESC LIMIT %s""",
        (
            source,
            *scope_params,
            *(value for _, params in further for value in params),
            *_filters(wanted),
            limit,
        ),
    )


async def of_token(tx: Tx, source: str, scope: LiteralString, scope_params: Sequence[Any], token: UUID) -> str | None:
    """Return the number of the report with this id, if it is one's own or within the condition."""
    number: str | None = await tx.value(
        f"""SELECT r.number FROM events.report r JOIN events.event e ON e.id = r.event_id
        WHERE (r.source = %s OR ({scope})) AND r.id = %s""",
        (source, *scope_params, token),
    )
    return number


def _filters(wanted: Wanted) -> list[Any]:
    ids = list(wanted.ids) or None
    codes = None if ids else list(wanted.codes) or None
    closed = None if ids or len(set(wanted.statuses)) != 1 else wanted.statuses[0] == "closed"
    return [
        *(ids, ids),
        *(ids is not None, wanted.since, wanted.until),
        *(codes, codes),
        *(closed, list(ENDED_REPORTS), list(ENDED_EVENTS), closed),
    ]
