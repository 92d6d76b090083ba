"""What the devices of the made-up district are given to speak to gateways: ports, and the bridge's password."""

from collections.abc import Sequence

from yiwang.access import Keyring
from yiwang.app.demonstrating.hosts import LISTENS
from yiwang.app.demonstrating.speaking import BRIDGE, Gateways
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.mqtt.identity import password_of


def reached(settings: Settings, given: Sequence[str]) -> Gateways:
    """Return the gateways of `protocol=port` each; the password is the one `yiwang gateway password` prints."""
    ports: dict[str, int] = {}
    for one in given:
        protocol, _, port = one.partition("=")
        if protocol not in LISTENS or not port.isdigit():
            raise Invalid("gateway", f"Name a protocol of {', '.join(LISTENS)} and its port, such as mqtt=1883.")
        ports[protocol] = int(port)
    password = password_of(Keyring.open(settings.data_dir / "keys"), BRIDGE) if "mqtt" in ports else ""
    return Gateways(ports, password)
