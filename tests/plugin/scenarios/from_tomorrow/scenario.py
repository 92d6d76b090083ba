"""A scenario that misbehaves: it from_tomorrow."""

from yiwang.plugin import Scenario

SCENARIO = Scenario(api="2.0", name="from_tomorrow", zh="明天", en="Tomorrow", version="1", telepathy=True)
