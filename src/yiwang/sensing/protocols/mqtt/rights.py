"""What a client may subscribe to: what is meant for its own device, nothing of anybody else's."""

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.identity import Identity
from yiwang.sensing.protocols.mqtt.packets import Subscribe
from yiwang.sensing.protocols.mqtt.packets.model import Reason
from yiwang.sensing.protocols.mqtt.sessions import MOST_FILTERS, Session

_OF_EVERYONE = ("v1/devices/me/", "v1/gateway/", "homeassistant/status")


def may_subscribe(identity: Identity, filter: str) -> bool:
    """Tell whether this client may hear what a filter takes in."""
    if identity.device is None:
        return filter.startswith(("yiwang/", "spBv1.0/", *_OF_EVERYONE))
    if filter.startswith(f"yiwang/{identity.device}/"):
        return True
    levels = filter.split("/")
    if levels[0] == "spBv1.0" and len(levels) >= 4 and levels[2] in {"NCMD", "DCMD"}:
        return "/".join([levels[1], *levels[3:]]).removesuffix("/#").startswith(identity.device)
    return filter.startswith(_OF_EVERYONE)


def subscribe(session: Session, packet: Subscribe) -> tuple[list[int], list[str]]:
    """Add what may be added; return a code for each filter, and the filters whose kept messages are to be sent."""
    codes: list[int] = []
    fresh: list[str] = []
    for name, options in packet.filters:
        if not topics.is_filter(name) or name.startswith("$share/"):
            codes.append(int(Reason.FILTER))
        elif not may_subscribe(session.identity, name):
            codes.append(int(Reason.NOT_AUTHORIZED))
        elif name not in session.filters and len(session.filters) >= MOST_FILTERS:
            codes.append(int(Reason.QUOTA))
        else:
            handling = options >> 4 & 3
            if handling == 0 or (handling == 1 and name not in session.filters):
                fresh.append(name)
            session.filters[name] = min(options & 3, 1)
            codes.append(session.filters[name])
    return codes, fresh
