"""Facts to other systems by HTTP, signed as Standard Webhooks 1.0 asks."""

import asyncio
import ipaddress
import json
import socket
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

import httpx

from yiwang.base.clock import Clock
from yiwang.notices.carriers.carrier import PATIENCE, after_error, after_status, client
from yiwang.notices.kernels import signature
from yiwang.notices.model import Later, Message, Outcome, Refused, Sent

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Target:
    """Where a subscription's messages go; every secret that counts now signs, the newest first."""

    url: str
    secrets: tuple[str, ...]


class WebhookCarrier:
    """Posts to one target. The receiver tells doubles by `webhook-id`, which is the same at every try."""

    same_for: timedelta | None = timedelta(days=3650)

    def __init__(self, target: Target, clock: Clock, http: httpx.AsyncClient, near: Collection[str] = ()) -> None:
        self._target = target
        self._clock = clock
        self._http = http
        self._near = near

    async def send(self, message: Message, address: str) -> Outcome:  # noqa: ARG002 - the target is the address
        """Post the fact to the very address that was looked up and judged: it cannot change in between."""
        body = json.dumps(message.body, ensure_ascii=False, separators=(",", ":")).encode()
        stamp = int(self._clock.now().timestamp())
        url = httpx.URL(self._target.url)
        try:
            async with asyncio.timeout(PATIENCE):
                found = await _looked_up(url)
                refused = refusal(url, found, self._near)
                if refused:
                    return Refused(refused)
                headers = {
                    "host": url.netloc.decode(),
                    "content-type": "application/json",
                    "webhook-id": str(message.id),
                    "webhook-timestamp": str(stamp),
                    "webhook-signature": " ".join(
                        signature(secret, str(message.id), stamp, body) for secret in self._target.secrets
                    ),
                }
                return await self._post(url.copy_with(host=str(found[0])), headers, body, url.host)
        except (httpx.HTTPError, TimeoutError) as error:
            return after_error(error, idempotent=True)
        except OSError as error:
            return Later(f"The host cannot be found: {error.strerror}.")

    async def close(self) -> None:
        """The client is shared: whoever made it closes it."""

    async def _post(self, url: httpx.URL, headers: dict[str, str], body: bytes, host: str) -> Outcome:
        extensions = {"sni_hostname": host}
        # The answer's body is not read: only its status counts.
        async with self._http.stream("POST", url, headers=headers, content=body, extensions=extensions) as answer:
            status, after = answer.status_code, answer.headers.get("retry-after")
        if status == 410:
            return Refused("The other side answered 410: it wants no more.")
        failed = after_status(status, after, idempotent=True)
        # A receiver that answers 404 or 401 is being set up or mended: what it missed is brought later.
        return Later(failed.error) if isinstance(failed, Refused) else failed or Sent()


def refusal(url: httpx.URL, found: Sequence[Address], near: Collection[str]) -> str | None:
    """Say why a webhook may not go there; None when it may. `near` are hosts the operator named."""
    if url.host in near:
        return None
    if url.scheme != "https":
        return "Webhooks go by https; the operator may name hosts that are reached without."
    if any(each.is_loopback or each.is_link_local or each.is_multicast or each.is_unspecified for each in found):
        return "This host is the platform's own machine or net; the operator may name it as one that webhooks reach."
    return None


async def _looked_up(url: httpx.URL) -> list[Address]:
    port = url.port or (443 if url.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    return [getattr(each, "ipv4_mapped", None) or each for each in addresses]


def webhook_client() -> httpx.AsyncClient:
    """Return the client that all webhooks share."""
    return client()
