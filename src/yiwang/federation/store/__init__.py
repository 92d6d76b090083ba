"""All SQL of federation; `sharing` has that of warnings and signs."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx
from yiwang.federation.model import Letter, Link, Peer
from yiwang.federation.store.sharing import (
    note_number,
    note_refusal,
    prune_signs,
    put_signs,
    put_warning,
    signs,
    warning_from,
    warnings_of,
)

__all__ = [
    "note_number",
    "note_refusal",
    "prune_signs",
    "put_signs",
    "put_warning",
    "signs",
    "warning_from",
    "warnings_of",
]

_PEER: LiteralString = """name, id, title, url, relation, sign_public, seal_public, api_key, application_id,
    jurisdictions, personal, unit_id, state, shares, sent, received, failures, next_try, last_error, last_sent,
    last_heard"""
_LINK: LiteralString = "case_id, peer, remote_id, remote_number, owner, turn, seen, sent_lines, sent_photos"


async def identity(tx: Tx) -> bytes | None:
    value: bytes | None = await tx.value("SELECT sealed FROM federation.identity")
    return value


async def insert_identity(tx: Tx, sign_public: bytes, seal_public: bytes, sealed: bytes) -> None:
    """Keep the keys; another transaction's that came first stay."""
    await tx.count(
        """INSERT INTO federation.identity (sign_public, seal_public, sealed, made) VALUES (%s,%s,%s,%s)
        ON CONFLICT DO NOTHING""",
        (sign_public, seal_public, sealed, tx.at),
    )


async def peer(tx: Tx, name: str, *, lock: bool = False) -> Peer | None:
    tail: LiteralString = " FOR UPDATE" if lock else ""
    row = await tx.row(f"SELECT {_PEER} FROM federation.peer WHERE name = %s{tail}", (name,))
    return Peer(**row) if row else None


async def peers(tx: Tx) -> list[dict[str, Any]]:
    """Every peer with how many messages wait for it and how many it refused."""
    return await tx.rows(
        f"""SELECT {_PEER},
            (SELECT count(*) FROM federation.outbox o WHERE o.peer = p.name AND o.state = 'waiting') AS waiting,
            (SELECT count(*) FROM federation.outbox o WHERE o.peer = p.name AND o.state = 'refused') AS refused
        FROM federation.peer p ORDER BY name"""
    )


async def put_peer(tx: Tx, fields: dict[str, Any]) -> None:
    """Declare a peer, or change its declaration; its numbers stay, and it is tried anew at once."""
    await tx.count(
        """INSERT INTO federation.peer (name, id, title, url, relation, sign_public, seal_public, api_key,
            application_id, jurisdictions, personal, unit_id, state, shares, recorded)
        VALUES (%(name)s, %(id)s, %(title)s, %(url)s, %(relation)s, %(sign_public)s, %(seal_public)s, %(api_key)s,
            %(application_id)s, %(jurisdictions)s, %(personal)s, %(unit_id)s, %(state)s, %(shares)s, %(recorded)s)
        ON CONFLICT (name) DO UPDATE SET title = excluded.title, url = excluded.url, relation = excluded.relation,
            sign_public = excluded.sign_public, seal_public = excluded.seal_public,
            api_key = coalesce(excluded.api_key, federation.peer.api_key), application_id = excluded.application_id,
            jurisdictions = excluded.jurisdictions, personal = excluded.personal, unit_id = excluded.unit_id,
            state = excluded.state, shares = excluded.shares, failures = 0, next_try = NULL""",
        fields,
    )


async def peers_due(tx: Tx, at: datetime) -> list[str]:
    """The peers for whom messages wait and whose time to be tried has come."""
    rows = await tx.rows(
        """SELECT p.name FROM federation.peer p
        WHERE p.state = 'active' AND p.api_key IS NOT NULL AND (p.next_try IS NULL OR p.next_try <= %s)
          AND EXISTS (SELECT 1 FROM federation.outbox o WHERE o.peer = p.name AND o.state = 'waiting')
        ORDER BY p.name""",
        (at,),
    )
    return [row["name"] for row in rows]


async def only_sender(tx: Tx, peer: str) -> bool:
    """Be the only one who sends to a peer while this transaction lasts; it writes nothing, so the log goes on."""
    query = "SELECT pg_try_advisory_xact_lock(hashtextextended('federation ' || %s, 0))"
    return bool(await tx.value(query, (peer,)))


async def put_letter(
    tx: Tx, letter_id: UUID, peer: str, kind: str, case_id: UUID | None, about: UUID | None, body: bytes | None
) -> None:
    """Queue a message under the peer's next number; the peer's row is held, so numbers have no gaps."""
    tx.put(
        """WITH numbered AS (UPDATE federation.peer SET sent = sent + 1 WHERE name = %s RETURNING sent)
        INSERT INTO federation.outbox (peer, seq, id, kind, case_id, about, body, state, queued)
        SELECT %s, sent, %s, %s, %s, %s, %s, 'waiting', %s FROM numbered""",
        (peer, peer, letter_id, kind, case_id, about, body, tx.at),
    )


async def next_letter(tx: Tx, peer: str) -> Letter | None:
    row = await tx.row(
        """SELECT peer, seq, id, kind, case_id, about, body FROM federation.outbox
        WHERE peer = %s AND state = 'waiting' ORDER BY seq LIMIT 1""",
        (peer,),
    )
    return Letter(**row) if row else None


async def settle_letter(tx: Tx, letter: Letter, state: str, answer: dict[str, Any]) -> int:
    """Write the answer to a message; 0 when it was written already."""
    tx.put(
        "UPDATE federation.peer SET failures = 0, next_try = NULL, last_error = NULL, last_sent = %s WHERE name = %s",
        (tx.at, letter.peer),
    )
    return await tx.count(
        """UPDATE federation.outbox SET state = %s, answer = %s, answered = %s,
            body = CASE WHEN kind IN ('case.photo', 'signs.values') THEN NULL ELSE body END
        WHERE peer = %s AND seq = %s AND state = 'waiting'""",
        (state, Jsonb(answer), tx.at, letter.peer, letter.seq),
    )


async def count_failure(tx: Tx, peer: str, error: str) -> int:
    """Write that a peer could not be reached; return how often in a row."""
    query = "UPDATE federation.peer SET failures = failures + 1, last_error = %s WHERE name = %s RETURNING failures"
    return int(await tx.value(query, (error[:500], peer)) or 1)


def wait_until(tx: Tx, peer: str, next_try: datetime) -> None:
    tx.put("UPDATE federation.peer SET next_try = %s WHERE name = %s", (next_try, peer))


def send_again_from(tx: Tx, peer: str, seq: int) -> None:
    """The peer lost what it took (it was set back to a backup): send from this number on once more."""
    tx.put("UPDATE federation.outbox SET state = 'waiting', answer = NULL WHERE peer = %s AND seq >= %s", (peer, seq))


async def answered_before(tx: Tx, peer: str, seq: int) -> dict[str, Any] | None:
    return await tx.row(
        "SELECT id, digest, outcome, answer FROM federation.inbox WHERE peer = %s AND seq = %s", (peer, seq)
    )


def put_answer(
    tx: Tx, peer: str, seq: int, message: UUID, digest: bytes, kind: str, outcome: str, answer: dict[str, Any]
) -> None:
    """Note a message as taken, with its answer."""
    tx.put(
        """INSERT INTO federation.inbox (peer, seq, id, digest, kind, outcome, answer, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)""",
        (peer, seq, message, digest, kind, outcome, Jsonb(answer), tx.at),
    )
    tx.put("UPDATE federation.peer SET received = %s, last_heard = %s WHERE name = %s", (seq, tx.at, peer))


async def link(tx: Tx, case_id: UUID, peer: str, *, lock: bool = False) -> Link | None:
    tail: LiteralString = " FOR UPDATE" if lock else ""
    query = f"SELECT {_LINK} FROM federation.link WHERE case_id = %s AND peer = %s{tail}"
    row = await tx.row(query, (case_id, peer))
    return Link(**row) if row else None


async def link_of_remote(tx: Tx, peer: str, remote_id: UUID) -> Link | None:
    row = await tx.row(
        f"SELECT {_LINK} FROM federation.link WHERE peer = %s AND remote_id = %s FOR UPDATE", (peer, remote_id)
    )
    return Link(**row) if row else None


async def links_of_case(tx: Tx, case_id: UUID) -> list[Link]:
    rows = await tx.rows(f"SELECT {_LINK} FROM federation.link WHERE case_id = %s ORDER BY changed", (case_id,))
    return [Link(**row) for row in rows]


async def links_of_cases(tx: Tx, cases: Collection[UUID]) -> list[Link]:
    """The links of these cases; where nothing is shared, a look into an empty index."""
    rows = await tx.rows(
        f"SELECT {_LINK} FROM federation.link WHERE case_id = ANY(%s) ORDER BY changed, case_id, peer", (list(cases),)
    )
    return [Link(**row) for row in rows]


def put_link(tx: Tx, link: Link) -> None:
    tx.put(
        """INSERT INTO federation.link (case_id, peer, remote_id, remote_number, owner, turn, seen, sent_lines,
            sent_photos, changed)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (case_id, peer) DO UPDATE SET remote_id = excluded.remote_id,
            remote_number = excluded.remote_number, owner = excluded.owner, turn = excluded.turn,
            seen = excluded.seen, sent_lines = excluded.sent_lines, sent_photos = excluded.sent_photos,
            changed = excluded.changed""",
        (
            link.case_id,
            link.peer,
            link.remote_id,
            link.remote_number,
            link.owner,
            link.turn,
            link.seen,
            link.sent_lines,
            link.sent_photos,
            tx.at,
        ),
    )


async def letters_of_case(tx: Tx, case_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT peer, seq, kind, state, answer, queued, answered FROM federation.outbox
        WHERE case_id = %s ORDER BY queued, seq""",
        (case_id,),
    )


async def prune(tx: Tx, before: datetime) -> int:
    """Remove what was answered before a moment, on both sides of the exchange."""
    sent = "DELETE FROM federation.outbox WHERE state <> 'waiting' AND answered < %s"
    return await tx.count(sent, (before,)) + await tx.count(
        "DELETE FROM federation.inbox WHERE recorded < %s", (before,)
    )


def return_turn(tx: Tx, link: Link, owner: str) -> None:
    """A hand-over was refused: the turn is taken back, and what went along with it goes again with the next."""
    tx.put(
        """UPDATE federation.link SET owner = %s, turn = turn - 1, changed = %s,
            sent_lines = CASE WHEN remote_id IS NULL THEN '{}' ELSE sent_lines END,
            sent_photos = CASE WHEN remote_id IS NULL THEN '{}' ELSE sent_photos END
        WHERE case_id = %s AND peer = %s""",
        (owner, tx.at, link.case_id, link.peer),
    )


def name_remote(tx: Tx, case_id: UUID, peer: str, remote_id: UUID, number: str | None) -> None:
    """Write under which id and number the peer has a case."""
    tx.put(
        """UPDATE federation.link SET remote_id = %s, remote_number = coalesce(%s, remote_number), changed = %s
        WHERE case_id = %s AND peer = %s""",
        (remote_id, number, tx.at, case_id, peer),
    )


def keep_body(tx: Tx, letter: Letter) -> None:
    """Keep what a photo's message says, so that it says the same whenever it is sent again."""
    query = "UPDATE federation.outbox SET body = %s WHERE peer = %s AND seq = %s AND state = 'waiting'"
    tx.put(query, (letter.body, letter.peer, letter.seq))


async def active_peers(tx: Tx) -> list[str]:
    rows = await tx.rows("SELECT name FROM federation.peer WHERE state = 'active' ORDER BY name")
    return [row["name"] for row in rows]
