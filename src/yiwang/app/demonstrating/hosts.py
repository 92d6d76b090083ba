"""Whether only this machine reaches the platform, and where its gateways listen there."""

import socket
from ipaddress import ip_address

from yiwang.app.settings import Settings

# protocol: the setting that says where it is listened to
LISTENS = {
    "mqtt": "mqtt_listen",
    "hj212": "monitor_listen",
    "jt808": "vehicle_listen",
    "gb26875": "fire_listen",
}


def on_this_machine(settings: Settings) -> bool:
    """Whether only this machine reaches the platform."""
    return settings.host == "localhost" or is_loopback(settings.host)


def is_loopback(host: str) -> bool:
    """Whether an address is of this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def welcome(settings: Settings) -> list[str]:
    """Return what the start of the made-up district tells."""
    if not on_this_machine(settings):
        return ["Coming in by a click is for loopback only; the passwords are in sample-accounts.txt."]
    return ["Open the page and choose who you are: 演示身份."]


def listening(settings: Settings) -> dict[str, tuple[str, str]]:
    """Return, by protocol, setting and address of free ports of this machine for those that nobody has set."""
    found: dict[str, tuple[str, str]] = {}
    free = [socket.create_server(("127.0.0.1", 0)) for _ in LISTENS]
    for (protocol, field), one in zip(LISTENS.items(), free, strict=True):
        if getattr(settings, field) is None:
            found[protocol] = (field, f"127.0.0.1:{one.getsockname()[1]}")
        one.close()
    return found


def spoken_to(settings: Settings) -> list[str]:
    """Return the options that tell the life where devices are listened to."""
    options: list[str] = []
    for protocol, field in LISTENS.items():
        port = str(getattr(settings, field)).rpartition(":")[2]
        options += ["--gateway", f"{protocol}={port}"]
    return options
