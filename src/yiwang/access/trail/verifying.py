"""Verifying an exported trail offline: no database, only the file and the public key of the platform."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from yiwang.access.trail.model import (
    FORMAT,
    NO_HEAD,
    digest_of,
    next_head,
    retired_note,
    split_digests,
    to_sign,
    to_sign_end,
)


@dataclass(frozen=True)
class Verdict:
    """What was found: rows under a good seal, good seals, the unsealed tail, and the first thing that is broken."""

    rows: int
    seals: int
    unsealed: int
    broken: str | None

    @property
    def whole(self) -> bool:
        """True when nothing is broken; an unsealed tail is not, it only waits for its seal."""
        return self.broken is None


class _Broken(Exception):
    """The first thing that does not fit, in words."""


def verify_audit(path: Path, public_key: bytes) -> Verdict:
    """Check every row, seal and signature of an export against the platform's public key (PEM).

    Names the first broken row or batch. An edited, removed, added or moved row, a removed batch and a cut end are
    found; the rows of the unsealed tail are vouched for by the export's own signature only.
    """
    key = load_pem_public_key(public_key)
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("the public key is not an Ed25519 key")
    check = _Check(key)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                check.take(number, line)
        check.finish()
    except _Broken as broken:
        return Verdict(check.rows, check.seals, 0, str(broken))
    return Verdict(check.rows, check.seals, len(check.waiting), None)


class _Check:
    """The walk through the file: where the chain stands, and the rows that wait for their seal."""

    def __init__(self, key: Ed25519PublicKey) -> None:
        self.key = key
        self.hash = hashlib.sha256()
        self.head = NO_HEAD
        self.rows = 0
        self.seals = 0
        self.waiting: list[tuple[int, dict[str, Any]]] = []
        self.retired: dict[int, int] = {}
        self.ended = False

    def take(self, number: int, line: bytes) -> None:
        try:
            value: dict[str, Any] = json.loads(line)
            kind = value.pop("kind")
        except (ValueError, KeyError, AttributeError):
            raise _Broken(f"Line {number} cannot be read: the file was cut or edited there.") from None
        if self.ended:
            raise _Broken(f"Line {number} comes after the closing line: it was added.")
        if (number == 1) != (kind == "header") or (kind == "header" and value.get("format") != FORMAT):
            raise _Broken(f"Line {number} is not the heading of an export of this kind where one belongs.")
        if kind == "row":
            self.waiting.append((number, value))
        elif kind == "seal":
            self._seal(number, value)
        elif kind == "retired":
            self._retire(number, value)
        elif kind == "end":
            self._end(number, {"kind": kind, **value})
        self.hash.update(line)

    def finish(self) -> None:
        if not self.ended:
            raise _Broken("The closing line is missing: the end of the file was cut off.")

    def _seal(self, number: int, seal: dict[str, Any]) -> None:
        name = f"batch {seal.get('number')} (line {number})"
        if seal.get("number") != self.seals + 1:
            raise _Broken(f"Batch {self.seals + 1} is missing before {name}.")
        self._check_signature(seal, to_sign(seal), f"The signature of {name} is not the platform's.")
        try:  # the signature covers the head, and the head stands for the digests
            digests = split_digests(bytes.fromhex(seal["digests"]))
        except (KeyError, TypeError, ValueError):
            digests = []
        if seal["previous"] != self.head.hex() or next_head(self.head, digests).hex() != seal["head"]:
            raise _Broken(f"The chain breaks at {name}.")
        if seal["number"] in self.retired:
            self._compare_rest(digests, self.retired[seal["number"]], name)
        else:
            self._compare(digests, name)
        self.head = bytes.fromhex(seal["head"])
        self.rows += len(self.waiting)
        self.seals += 1
        self.waiting = []

    def _retire(self, line: int, note: dict[str, Any]) -> None:
        """Take the platform's word that rows of the batch that follows were dropped because their time was over."""
        try:
            message = retired_note(note["number"], note["remaining"], datetime.fromisoformat(note["retired"]))
        except (KeyError, TypeError, ValueError):
            message = b""
        self._check_signature(note, message, f"The note of dropped rows (line {line}) is not the platform's.")
        self.retired[note["number"]] = note["remaining"]

    def _compare_rest(self, digests: list[bytes], remaining: int, batch: str) -> None:
        """Check what retention left of a batch: as many rows as it said, each under the seal and in its order."""
        rest = iter(digests)
        for line, row in self.waiting:
            if digest_of(row) not in rest:
                raise _Broken(f"A row was changed, added or moved: row {row.get('id')} (line {line}) of {batch}.")
        if len(self.waiting) != remaining:
            raise _Broken(f"{remaining} rows of {batch} were kept, {len(self.waiting)} are there.")

    def _compare(self, digests: list[bytes], batch: str) -> None:
        found = [digest_of(row) for _, row in self.waiting]
        for place, digest in enumerate(found):
            if place < len(digests) and digest == digests[place]:
                continue
            line, row = self.waiting[place]
            name = f"row {row.get('id')} (line {line}, place {place + 1} of {batch})"
            raise _Broken(_what_happened(found, digests, place).format(name))
        if len(found) < len(digests):
            raise _Broken(f"{len(digests) - len(found)} rows are missing at the end of {batch}.")

    def _end(self, number: int, end: dict[str, Any]) -> None:
        self._check_signature(end, to_sign_end(end), f"The signature of the closing line ({number}) is not right.")
        witness = end.get("witness")
        if witness and witness["number"] > self.seals:
            raise _Broken(f"Batches {self.seals + 1} to {witness['number']} were sealed but are gone: the end was cut.")
        if end.get("sha256") != self.hash.hexdigest():
            first = self.waiting[0][0] if self.waiting else number
            raise _Broken(f"Something changed since the export: in the unsealed tail (from line {first}) or around it.")
        self.ended = True

    def _check_signature(self, signed: dict[str, Any], message: bytes, sentence: str) -> None:
        try:
            self.key.verify(bytes.fromhex(signed["signature"]), message)
        except (InvalidSignature, KeyError, TypeError, ValueError):
            raise _Broken(sentence) from None


def _what_happened(found: list[bytes], sealed: list[bytes], place: int) -> str:
    here = found[place]
    if here in sealed[place + 1 :]:
        if sealed[place] in found[place + 1 :]:
            return "The order was changed: {} stands too early."
        return "A row is missing before {}."
    if place >= len(sealed) or sealed[place] in found[place + 1 :]:
        return "A row was added: {}."
    return "A row was changed: {}."
