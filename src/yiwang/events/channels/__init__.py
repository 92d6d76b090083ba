"""Channels: other systems as declared senders of the event centre, read by a mapping from any JSON.

What cannot be read is refused with its path and what to mend, and is kept all the same. What is not ours is refused
with the next door.
"""

from yiwang.events.channels.book import ChannelBook, kept
from yiwang.events.channels.declaring import publish_shipped
from yiwang.events.channels.model import Channel, NextDoor

__all__ = ["Channel", "ChannelBook", "NextDoor", "kept", "publish_shipped"]
