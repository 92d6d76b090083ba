"""Writing the whole trail to a file of JSON lines that anyone with the public key can verify without the database."""

import hashlib
import json
import os
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from yiwang.access.model import Actor
from yiwang.access.trail import store
from yiwang.access.trail.model import FORMAT, plain, to_sign_end
from yiwang.access.trail.sealing import read_witness
from yiwang.access.trail.writing import audit
from yiwang.access.vault import Keyring
from yiwang.db.database import Database
from yiwang.db.tx import Tx

_MOST_UNSEALED = 5_000_000


async def export_audit(database: Database, keyring: Keyring, path: Path, actor: Actor, *, at: datetime) -> int:
    """Write every audit row with its seals to `path` (readable by its owner only); return the number of rows.

    Rows not sealed yet come last; the closing line is signed over the whole file, so a cut file shows.
    """
    actor.scope("audit.read")
    draft = path.with_name(path.name + ".part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        lines = _Lines(file)
        async with database.tx() as tx:
            witness = read_witness(keyring)
            head = {"kind": "header", "format": FORMAT, "platform": tx.platform, "key": keyring.audit_key_id}
            lines.write(head | {"exported": plain({"at": at})["at"]})
            async for line in _trail(tx):
                lines.write(line)
            audit(tx, actor, "audit.exported", "audit", None, at, {"rows": lines.rows})
        end = {"kind": "end", "rows": lines.rows, "seals": lines.seals, "witness": witness}
        end["sha256"] = lines.hash.hexdigest()
        lines.write(end | {"signature": keyring.audit_key.sign(to_sign_end(end)).hex()})
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return lines.rows


class _Lines:
    """A file of JSON lines that counts and hashes what goes into it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.hash = hashlib.sha256()
        self.rows = 0
        self.seals = 0

    def write(self, line: dict[str, Any]) -> None:
        data = json.dumps(line, ensure_ascii=False).encode() + b"\n"
        self.hash.update(data)
        self.rows += line["kind"] == "row"
        self.seals += line["kind"] == "seal"
        self.file.write(data)


async def _trail(tx: Tx) -> AsyncIterator[dict[str, Any]]:
    """Rows batch by batch, each batch followed by its seal; then the rows that no seal covers yet.

    Before the seal of a batch of which retention dropped rows stands what was said of that then.
    """
    after, number = (0, 0), 0
    while seals := await store.seals_after(tx, number, 1):
        seal = seals[0]
        until = (seal["last_xid"], seal["last_seq"])
        for row in await store.rows_after(tx, after, until, None):
            yield {"kind": "row", **plain(row)}
        if retired := await store.retired_seal(tx, seal["number"]):
            yield {"kind": "retired", **plain(retired)}
        yield {"kind": "seal", **plain(seal)}
        after, number = until, seal["number"]
    for row in await store.rows_after(tx, after, None, _MOST_UNSEALED):
        yield {"kind": "row", **plain(row)}
