"""Whether passkeys work under the name that the platform is reached by: pure rules of WebAuthn §5.1.2 and §5.1.3."""

import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True)
class Host:
    """How the platform is reached: its name without the port, and the origin a browser says it is at."""

    name: str
    origin: str

    @property
    def obstacle(self) -> str | None:
        """Why passkeys cannot be used here: `needs_host_name`, `needs_https`, or None when they can."""
        if is_address(self.name):
            return "needs_host_name"
        secure = self.origin.startswith("https://") or self.name == "localhost" or self.name.endswith(".localhost")
        return None if secure else "needs_https"


SENTENCES = {
    "needs_host_name": (
        "Passkeys need a host name. This platform is reached by an IP address; open it by its name, "
        "such as https://yiwang.district.example, or use a one-time code."
    ),
    "needs_https": "Passkeys need HTTPS. Open this platform by https://, or use a one-time code.",
}


def is_address(name: str) -> bool:
    """Return whether the name is an IP address."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
