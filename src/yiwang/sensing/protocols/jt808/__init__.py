"""JT/T 808-2011, -2013 and -2019: terminals of vehicles and their platform."""

from yiwang.sensing.protocols.jt808.frame import Message, decode, encode
from yiwang.sensing.protocols.jt808.splitting import Splitter

__all__ = ["Message", "Splitter", "decode", "encode"]
