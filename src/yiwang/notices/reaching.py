"""From a claimed row to the carrier and the address it goes to; carriers are kept open, as their declaration stands."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access import Keyring, unseal_for
from yiwang.base.clock import Clock
from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.notices.carriers import Carrier, Target, WebhookCarrier, open_carrier
from yiwang.notices.carriers.webhook import webhook_client
from yiwang.notices.model import WEBHOOK, Claimed
from yiwang.notices.store import settings, webhooks


class Reach:
    """The carriers of one sender by code and version."""

    def __init__(self, keyring: Keyring, clock: Clock, near: frozenset[str]) -> None:
        self._keyring = keyring
        self._clock = clock
        self._near = near
        self._http = webhook_client()
        self._open: dict[str, tuple[int, Carrier]] = {}
        self._former: list[Carrier] = []

    async def find(self, tx: Tx, row: Claimed) -> tuple[Carrier, str]:
        """Return the carrier and the address; `NotFound` with a sentence when there is none to be used."""
        if row.carrier == WEBHOOK:
            return await self._webhook(tx, UUID(row.address)), row.address
        found = await settings.carrier(tx, row.carrier)
        if found is None or not found["enabled"]:
            raise NotFound("The carrier is not set up, or is switched off.")
        assert row.account_id is not None
        sealed = await settings.contact(tx, row.account_id, found["kind"])
        if sealed is None:
            raise NotFound("The person has given no address for this carrier.")
        address = (await unseal_for(tx, self._keyring, row.account_id, sealed)).decode()
        return await self._carrier(tx, found), address

    async def close(self) -> None:
        """Close every carrier."""
        for carrier in [*self._former, *(carrier for _, carrier in self._open.values())]:
            await carrier.close()
        self._open, self._former = {}, []
        await self._http.aclose()

    async def _carrier(self, tx: Tx, found: dict[str, Any]) -> Carrier:
        held = self._open.get(found["code"])
        if held and held[0] == found["version"]:
            return held[1]
        secret = None
        if found["secrets"] is not None:
            secret = json.loads(await unseal_for(tx, self._keyring, found["id"], found["secrets"])).get("secret")
            held = self._open.get(found["code"])  # another message may have opened it meanwhile
            if held and held[0] == found["version"]:
                return held[1]
        if held:  # another task may be sending by it this moment
            self._former.append(held[1])
        carrier = open_carrier(found["kind"], found["settings"], secret)
        self._open[found["code"]] = (found["version"], carrier)
        return carrier

    async def _webhook(self, tx: Tx, subscription: UUID) -> Carrier:
        found = await webhooks.find(tx, subscription)
        if found is None or found["state"] == "ended":
            raise NotFound("The subscription has ended.")
        target = Target(found["url"], await self._secrets(tx, found, tx.at))
        return WebhookCarrier(target, self._clock, self._http, self._near)

    async def _secrets(self, tx: Tx, found: dict[str, Any], at: datetime) -> tuple[str, ...]:
        sealed = [found["secret"]]
        if found["former"] is not None and found["former_until"] > at:
            sealed.append(found["former"])
        return tuple([(await unseal_for(tx, self._keyring, found["id"], each)).decode() for each in sealed])
