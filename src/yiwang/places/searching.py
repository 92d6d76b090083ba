"""Finding jurisdictions, addresses and features of the map by name, in Chinese or pinyin, or by code."""

from datetime import datetime

from yiwang.access import Actor
from yiwang.base.words import Hit, Question, document, marks, nearness, pinyin_key, pinyin_tokens
from yiwang.db import Tx
from yiwang.places.store import searching as store

PERMISSION = "places.read"
_MOST = 400
_BATCH = 1000


async def search(
    tx: Tx, actor: Actor, asked: Question, *, at: datetime, offset: int = 0, limit: int = 20
) -> tuple[list[Hit], bool]:
    """Return a page of the places that answer, whole names first, then as a dictionary sorts.

    The map is the same for whoever may read places at all, as in every list of it.
    """
    actor.scope(PERMISSION)
    rows = await store.matching(tx, asked, at, _MOST)
    order = {"jurisdiction": 0, "address": 1, "feature": 2}
    ranked = sorted(
        rows,
        key=lambda row: (-nearness(row["doc"], asked.words), order[row["kind"]], row["sort"], str(row["id"])),
    )
    hits = [
        Hit(
            kind=row["kind"],
            id=row["thing"],
            title=row["name"],
            text=row["words"],
            link=f"/map?{row['kind']}={row['thing']}",
            at=None,
            score=nearness(row["doc"], asked.words),
            more={"level": row["level"]},
            marks={"title": spans} if (spans := marks(row["name"], asked.words)) else {},
        )
        for row in ranked[offset : offset + limit]
    ]
    return hits, len(ranked) > offset + limit


async def fill_due(tx: Tx) -> int:
    """Write anew what changed; return how many were due. A follower calls it until there is none."""
    due = await store.take_due(tx, _BATCH)
    if not due:
        return 0
    rows = []
    for row in await store.words_of(tx, due):
        doc, grams = document(row["name"], row["words"] or "")
        spoken = pinyin_tokens(row["name"]) if len(row["name"]) <= 20 else set()
        rows.append((row["kind"], row["id"], doc, pinyin_key(row["name"]), sorted({*grams, *spoken})))
    if rows:
        store.put(tx, rows)
    return len(due)
