"""What a client may subscribe to: what is meant for its own device, nothing of anybody else's."""

from yiwang.sensing.protocols.mqtt.identity import Identity

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
