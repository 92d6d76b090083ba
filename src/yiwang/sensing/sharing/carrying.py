"""Ways out: a signed webhook, or a broker of MQTT. Each says whether the other side has taken all of it."""

import asyncio
import ipaddress
import json
import socket
import ssl
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from yiwang.base.clock import Clock
from yiwang.notices.carriers.webhook import Target, WebhookCarrier
from yiwang.notices.model import Later, Message, Refused, Sent
from yiwang.sensing.sharing.model import Share

PATIENCE = 15.0  # seconds for one batch


class Undelivered(Exception):
    """The other side has not taken it; `wanted` is False when it wants no more."""

    def __init__(self, reason: str, *, wanted: bool = True) -> None:
        super().__init__(reason)
        self.wanted = wanted


Batch = Sequence[tuple[UUID, Mapping[str, Any]]]  # (id, body): the same id at every try of the same frames


async def by_webhook(
    share: Share, held: Mapping[str, str], batch: Batch, http: httpx.AsyncClient, clock: Clock, near: Collection[str]
) -> int:
    """Post each message; return the bytes sent."""
    carrier = WebhookCarrier(Target(share.address, (held["secret"],)), clock, http, near)
    size = 0
    for message_id, body in batch:
        outcome = await carrier.send(Message(message_id, clock.now(), "", "", "", "", dict(body)), "")
        if isinstance(outcome, Refused):
            raise Undelivered(outcome.error, wanted="410" not in outcome.error)
        if not isinstance(outcome, Sent):
            raise Undelivered(outcome.error if isinstance(outcome, Later) else "Nobody knows whether it arrived.")
        size += len(json.dumps(body, separators=(",", ":")))
    return size


async def by_mqtt(share: Share, held: Mapping[str, str], batch: Batch, near: Collection[str]) -> int:
    """Publish each message with QoS 1 and wait until the broker has acknowledged all; return the bytes sent."""
    read = urlsplit(share.address)
    host, port = read.hostname or "", read.port or (8883 if read.scheme == "mqtts" else 1883)
    await _allowed(host, port, near)
    bodies = [json.dumps(dict(body), ensure_ascii=False, separators=(",", ":")).encode() for _, body in batch]
    tls = ssl.create_default_context() if read.scheme == "mqtts" else None
    await asyncio.to_thread(_publish, f"yiwang-{share.id.hex[-12:]}", host, port, tls, held, bodies)
    return sum(map(len, bodies))


async def _allowed(host: str, port: int, near: Collection[str]) -> None:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Undelivered(f"The host cannot be found: {error.strerror}.") from None
    own = (ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found)
    if host not in near and any(one.is_loopback or one.is_link_local or one.is_unspecified for one in own):
        raise Undelivered("This host is the platform's own machine; the operator may name it in YIWANG_WEBHOOK_HOSTS.")


def _publish(
    name: str, host: str, port: int, tls: ssl.SSLContext | None, held: Mapping[str, Any], bodies: Sequence[bytes]
) -> None:
    from paho.mqtt.client import Client  # noqa: PLC0415 - only who shares by MQTT needs it
    from paho.mqtt.enums import CallbackAPIVersion  # noqa: PLC0415

    client = Client(CallbackAPIVersion.VERSION2, name)
    if held.get("username"):
        client.username_pw_set(held["username"], held.get("password"))
    if tls:
        client.tls_set_context(tls)
    client.connect_timeout = PATIENCE
    try:
        client.connect(host, port)
        client.loop_start()
        for sent in [client.publish(held["topic"], body, 1) for body in bodies]:
            sent.wait_for_publish(PATIENCE)
            if not sent.is_published():
                raise Undelivered("The broker does not acknowledge.")
    except (OSError, ValueError, RuntimeError) as error:
        raise Undelivered(f"The broker cannot be reached: {error}.") from None
    finally:
        client.disconnect()
        client.loop_stop()
