"""What a channel is, how its messages are read, who answers for what is not ours, and signatures. Pure."""

from yiwang.events.channels.model.declaration import (
    CHANNEL,
    MESSAGE_PATH,
    Channel,
    ChannelLimit,
    FieldRule,
    Mapping,
    RefusalRule,
)
from yiwang.events.channels.model.mapping import Fault, Mapped, items_of, mapped, refused_by
from yiwang.events.channels.model.next_door import NEXT_DOOR, NextDoor, choose

__all__ = [
    "CHANNEL",
    "MESSAGE_PATH",
    "NEXT_DOOR",
    "Channel",
    "ChannelLimit",
    "Fault",
    "FieldRule",
    "Mapped",
    "Mapping",
    "NextDoor",
    "RefusalRule",
    "choose",
    "items_of",
    "mapped",
    "refused_by",
]
