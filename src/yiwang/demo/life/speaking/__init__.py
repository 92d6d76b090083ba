"""Devices that speak their own protocols over sockets: MQTT, HJ 212, JT/T 808, GB/T 26875.3."""

from yiwang.demo.life.speaking.line import Line, NotHeard, Speaker
from yiwang.demo.life.speaking.speakers import BRIDGE, Gateways, speakers

__all__ = ["BRIDGE", "Gateways", "Line", "NotHeard", "Speaker", "speakers"]
