"""Commands: what is asked of devices in their own protocols, with permission and trail, and what they answered."""

from yiwang.sensing.commands.posting import Post

__all__ = ["Post"]
