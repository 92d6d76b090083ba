"""SQL of the words in cases: read and written anew when a person is forgotten."""

from collections.abc import Mapping, Sequence
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx

_PUT: Mapping[str, LiteralString] = {
    "title": "UPDATE cases.case SET title = %s, version = version + 1 WHERE id = %s",
    "place": "UPDATE cases.case SET place_text = %s, version = version + 1 WHERE id = %s",
    "step": "UPDATE cases.timeline SET text = %s WHERE id = %s",
    "order": "UPDATE cases.hotline_order SET title = %s WHERE id = %s",
    "answer": "UPDATE cases.hotline_order SET answer = %s WHERE id = %s",
    "contact": "UPDATE cases.hotline_contact SET note = %s WHERE id = %s",
    "spoken": "UPDATE cases.hotline_contact SET spoke_with = %s WHERE id = %s",
}


async def words_of(tx: Tx, case_ids: Sequence[UUID], report_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Return (kind, id, words) of all that was written about these cases, and of these reports' orders."""
    return await tx.rows(
        """SELECT 'title' AS kind, id, title AS words FROM cases.case WHERE id = ANY(%(cases)s)
        UNION ALL SELECT 'place', id, place_text FROM cases.case WHERE id = ANY(%(cases)s)
        UNION ALL SELECT 'step', id, text FROM cases.timeline WHERE case_id = ANY(%(cases)s)
        UNION ALL SELECT 'order', id, title FROM cases.hotline_order WHERE report_id = ANY(%(reports)s)
        UNION ALL SELECT 'answer', id, answer FROM cases.hotline_order
            WHERE report_id = ANY(%(reports)s) AND answer IS NOT NULL
        UNION ALL SELECT 'contact', c.id, c.note FROM cases.hotline_contact c JOIN cases.hotline_order o
            ON o.id = c.order_id WHERE o.report_id = ANY(%(reports)s)
        UNION ALL SELECT 'spoken', c.id, c.spoke_with FROM cases.hotline_contact c JOIN cases.hotline_order o
            ON o.id = c.order_id WHERE o.report_id = ANY(%(reports)s) AND c.spoke_with IS NOT NULL""",
        {"cases": list(case_ids), "reports": list(report_ids)},
    )


def put_words(tx: Tx, kind: str, row_id: UUID, words: str) -> None:
    tx.put(_PUT[kind], (words, row_id))
