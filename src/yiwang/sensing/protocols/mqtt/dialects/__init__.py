"""Topics and payloads as makers word them, read into samples; which dialect a topic speaks is data."""

from yiwang.sensing.protocols.mqtt.dialects.hearing import Ear
from yiwang.sensing.protocols.mqtt.dialects.table import Route, routes_of, usual_routes

__all__ = ["Ear", "Route", "routes_of", "usual_routes"]
