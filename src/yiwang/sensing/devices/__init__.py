"""Devices: the registry, where each is and whose, the keys it is known by, strangers, tables in and out."""

from yiwang.sensing.devices.directory import Directory, Known

__all__ = ["Directory", "Known"]
