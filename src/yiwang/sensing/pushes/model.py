"""What a push is: who sends it, how it proves that it is theirs, where in its documents things stand. Pure."""

import base64
import hashlib
import hmac
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yiwang.base.errors import Invalid
from yiwang.definitions.model import Kind
from yiwang.sensing.protocols.http_push.mapping import push_of

# How a document proves where it is from.
PROOFS: dict[str, tuple[str, str]] = {
    "key": ("应用密钥", "The key of an application: Authorization: Bearer"),
    "address": ("地址口令", "A secret at the end of the address, for platforms that can set nothing else"),
    "hmac": ("消息签名", "HMAC-SHA256 of the time and the body, in two headers"),
}
TOLERANCE = 300  # seconds that a signature's time may be off
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]


class PushDeclared(BaseModel):
    """A platform that pushes. `protocol` is the one that its devices' keys have in the registry.

    `mapping` says where in a document things stand (`protocols.http_push`). `turn` is raised to change the secret.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Code
    name: Annotated[str, Field(min_length=1, max_length=80)]
    proof: Literal["key", "address", "hmac"] = "key"
    protocol: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,19}$")] = "http"
    mapping: dict[str, Any]
    keep_raw: bool = True
    turn: Annotated[int, Field(ge=1, le=1_000_000)] = 1

    @model_validator(mode="after")
    def _readable(self) -> Self:
        try:
            push_of(self.mapping, "mapping")
        except Invalid as refusal:
            raise ValueError(refusal.detail) from None
        return self


PUSH: Kind[PushDeclared] = Kind("device_push", PushDeclared)


def secret_of(blinded: bytes) -> str:
    """Return the secret as text, of what the platform's key makes of the push's name."""
    return base64.b32encode(blinded).decode()[:40].lower()


def signed(secret: str, stamp: str, body: bytes) -> str:
    """Return the signature of a body: hexadecimal HMAC-SHA256 of `<seconds>.<body>`."""
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_signed(secret: str, stamp: str, signature: str, body: bytes, now: float) -> bool:
    """Tell whether a signature is right and of the last minutes; `now` in seconds since 1970."""
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12) or abs(int(stamp) - now) > TOLERANCE:
        return False
    return hmac.compare_digest(signed(secret, stamp, body).encode(), signature.strip().lower().encode())
