"""Finding units, posts and people by name, in Chinese or pinyin, by code, staff number or work number."""

from datetime import datetime

from yiwang import access
from yiwang.access import Actor
from yiwang.base.words import Hit, Question, document, marks, nearness, pinyin_key, pinyin_tokens
from yiwang.db import Tx
from yiwang.people.store import searching as store

PERMISSION = "people.read"
_MOST = 200
_BATCH = 1000


async def search(
    tx: Tx, actor: Actor, asked: Question, *, at: datetime, offset: int = 0, limit: int = 20
) -> tuple[list[Hit], bool]:
    """Return a page of those in the actor's scope that answer, whole names first, then as a dictionary sorts."""
    where, params = access.within(actor.scope(PERMISSION), jurisdiction="o.jurisdiction_id", organisation="o.id")
    rows = await store.matching(tx, asked, at, where, params, _MOST)
    first = {(row["kind"], row["id"]): row for row in reversed(rows)}  # somebody with two posts is shown once
    ranked = sorted(first.values(), key=lambda row: (-nearness(row["doc"], asked.words), row["sort"], str(row["id"])))
    page = ranked[offset : offset + limit]
    if any(row["kind"] == "staff" for row in page):
        access.audit(tx, actor, "people.searched", "staff", None, at, {"found": len(page)})
    hits = []
    for row in page:
        text = " · ".join(dict.fromkeys(part for part in (row["organisation"], row["post"]) if part))
        texts = {"title": row["name"], "text": text if row["kind"] != "organisation" else ""}
        hits.append(
            Hit(
                kind=row["kind"],
                id=row["id"],
                title=texts["title"],
                text=texts["text"],
                link=f"/people/units/{row['organisation_id']}",
                at=None,
                score=nearness(row["doc"], asked.words),
                more={"organisation_id": str(row["organisation_id"])},
                marks={name: spans for name, each in texts.items() if (spans := marks(each, asked.words))},
            )
        )
    return hits, len(ranked) > offset + limit


async def fill_due(tx: Tx) -> int:
    """Write anew what changed; return how many were due. A follower calls it until there is none."""
    due = await store.take_due(tx, _BATCH)
    if not due:
        return 0
    rows = []
    for row in await store.words_of(tx, due):
        numbers = "".join(sign for sign in row["numbers"] or "" if sign.isdigit() or sign == " ")
        doc, grams = document(row["name"], row["words"], numbers)
        rows.append(
            (row["kind"], row["id"], doc, pinyin_key(row["name"]), sorted({*grams, *pinyin_tokens(row["name"])}))
        )
    if rows:
        store.put(tx, rows)
    return len(due)
