"""Who a client is: a device by its key, or a bridge that speaks for many devices."""

import base64
import hmac
from dataclasses import dataclass

from yiwang.access import Keyring
from yiwang.sensing.protocols.tcp.gathering import Devices

BRIDGE = "bridge:"  # user names of integrators' bridges begin so
_KIND = "mqtt device"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is connected. `device` is its external id; a bridge has none of its own and speaks for any."""

    name: str
    device: str | None

    def may_speak_for(self, device: str) -> bool:
        """Tell whether a reading of this device may come from here."""
        return self.device is None or self.device == device


def password_of(keyring: Keyring, name: str) -> str:
    """Return the password of a user name: it follows from the platform's key, so that nothing needs to be kept.

    Only who has the keyring can make it; another platform's differs.
    """
    return base64.b32encode(keyring.blind(_KIND, name)).decode()[:32].lower()


class Doorkeeper:
    """Checks who connects, in memory: no question to the database, however many come back at once."""

    def __init__(self, keyring: Keyring, devices: Devices, protocol: str = "MQTT") -> None:
        self._keyring, self._devices, self._protocol = keyring, devices, protocol

    def admit(self, username: str, password: bytes | None) -> Identity | None:
        """Return who this is, None when the credentials are wrong.

        A user name with its password, or both in the user name as one token `<name>.<password>`, as ThingsBoard's
        devices send it. The right password of an id in no registry is good too: what it sends goes to quarantine.
        """
        name, secret = username, (password or b"").decode("utf-8", "replace")
        if not secret:
            name, _, secret = username.rpartition(".")
        if (
            not name
            or len(name) > 200
            or not hmac.compare_digest(password_of(self._keyring, name).encode(), secret.lower().encode())
        ):
            return None
        return Identity(name, None if name.startswith(BRIDGE) else name)

    def knows(self, device: str) -> bool:
        """Tell whether the registry has a device with this key."""
        return self._devices.find(self._protocol, device) is not None
