"""The live stream: facts as they happen, told to every listening page within its rights 三屏联动."""

from yiwang.app.streaming.hub import Hub

__all__ = ["Hub"]
