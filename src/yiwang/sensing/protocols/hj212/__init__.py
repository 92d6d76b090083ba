"""HJ/T 212-2005, HJ 212-2017, HJ 212-2025: monitors of air, dust, noise and water, and their centre."""

from yiwang.sensing.protocols.hj212.frame import Flag, Message, decode, encode
from yiwang.sensing.protocols.hj212.splitting import Splitter

__all__ = ["Flag", "Message", "Splitter", "decode", "encode"]
