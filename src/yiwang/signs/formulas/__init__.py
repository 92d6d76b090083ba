"""Every formula of a sign, written once over the sources: rows at the finest grain, by the sign's code."""

from yiwang.signs.formulas.air import AIR
from yiwang.signs.formulas.alarms import ALARMS
from yiwang.signs.formulas.cases import CASES
from yiwang.signs.formulas.counts import COUNTS
from yiwang.signs.formulas.devices import DEVICES
from yiwang.signs.formulas.events import EVENTS, bursting
from yiwang.signs.formulas.hotline import HOTLINE
from yiwang.signs.formulas.parts import Formula
from yiwang.signs.formulas.readings import READINGS

FORMULAS: dict[str, Formula] = {
    **EVENTS,
    **CASES,
    **ALARMS,
    **DEVICES,
    **READINGS,
    **AIR,
    **HOTLINE,
    **COUNTS,
    "JK0110": bursting,
}

__all__ = ["FORMULAS", "Formula"]
