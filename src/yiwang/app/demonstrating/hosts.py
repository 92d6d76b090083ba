"""Whether only this machine reaches the platform."""

from ipaddress import ip_address

from yiwang.app.settings import Settings


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
