"""GB/T 26875.3-2011: fire user-information-transmission devices 用户信息传输装置 and their centre."""

from yiwang.sensing.protocols.gb26875.frame import Message, decode, encode
from yiwang.sensing.protocols.gb26875.splitting import Splitter

__all__ = ["Message", "Splitter", "decode", "encode"]
