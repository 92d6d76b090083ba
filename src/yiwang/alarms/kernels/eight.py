"""Eight readings at once: the short way of `running`, written for the processor's vectors.

Numba makes no vectors of a loop in which every reading looks up a series of its own, so their code is given here. Each
lane does the operations of `running._take` in their order: the results are the same to the last bit.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from numba import types
from numba.extending import intrinsic

from yiwang.alarms.kernels.layout import PLAN, RECORD, WAITS
from yiwang.alarms.kernels.vectors import (
    BIT,
    BYTE,
    DOUBLE,
    INT,
    LANES,
    LONG,
    SHORT,
    Vector,
    choice,
    columns,
    every,
    gather,
    item,
    load,
    store_columns,
)


class _Readings(NamedTuple):
    time: Vector
    value: Vector
    quality: Vector
    last: Vector
    latest: Vector


@intrinsic
def distinct(_typing: Any, series: Any, _index: Any, _size: Any) -> Any:
    """Return whether the eight readings from `index` on are of eight series, all of them below `size`."""

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        which = load(builder, _start(context, builder, signature.args[0], values[0]), values[1], INT)
        wanted = which.below(every(builder, builder.trunc(values[2], INT)))
        for by in range(1, LANES // 2 + 1):
            wanted = wanted & ~which.equals(which.turned(by))
        return builder.icmp_unsigned("==", wanted.bits(), BYTE(-1))

    return types.boolean(series, types.uint64, types.uint64), generate


@intrinsic
def lowest(_typing: Any, _bits: Any) -> Any:
    """Return the place of the lowest bit that is set; there must be one."""

    def generate(_context: Any, builder: Any, _signature: Any, values: Any) -> Any:
        return builder.cttz(values[0], BIT(1))

    return types.uint64(types.uint64), generate


@intrinsic
def take_eight(_typing: Any, core: Any, table: Any, frame: Any, _index: Any, _latest: Any) -> Any:
    """Take in the readings from `index` on that nothing can come of; return the others as bits.

    All must be of different series. Those of the others wait from now on.
    """

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        def start(number: int, name: str) -> Any:
            """Return where an array of one of the three tuples begins."""
            place = signature.args[number].fields.index(name)
            whole = builder.extract_value(values[number], place)
            return _start(context, builder, signature.args[number].types[place], whole)

        index = values[3]
        series = [builder.zext(one, LONG) for one in load(builder, start(2, "series"), index, INT).each()]
        stamps = [item(builder, start(0, "seen"), one, 8, LONG) for one in series]
        rows = [item(builder, start(0, "record"), one, RECORD.itemsize) for one in series]
        numbers = [builder.load(item(builder, start(1, "plan"), one, 2, SHORT)) for one in series]
        plans = [item(builder, start(1, "plans"), builder.zext(one, LONG), PLAN.itemsize) for one in numbers]
        readings = _Readings(
            load(builder, start(2, "time"), index, LONG),
            load(builder, start(2, "value"), index, DOUBLE),
            load(builder, start(2, "quality"), index, BYTE),
            gather(builder, stamps),
            every(builder, values[4]),
        )
        taken = _taken(builder, readings, rows, plans)
        for place, one in zip(stamps, choice(taken, readings.time, readings.last).each(), strict=True):
            builder.store(one, place, align=8)
        return builder.zext((~taken).bits(), LONG)

    return types.uint64(core, table, frame, types.uint64, types.int64), generate


def _taken(builder: Any, readings: _Readings, rows: Sequence[Any], plans: Sequence[Any]) -> Vector:
    """Take into the records at `rows` what nothing can come of under the plans; return which those are."""
    before, mean, var, last = columns(builder, rows)
    count = last.read_as(LONG)  # and in its upper half the marks
    low, high, rise, fall = columns(builder, plans)
    deviation2, floor2, tolerance, alpha = columns(builder, plans, 32)
    silent, warm, *_ = (one.read_as(LONG) for one in columns(builder, plans, 64))

    def whole(number: int) -> Vector:
        return every(builder, LONG(number))

    time, value = readings.time, readings.value
    span = time - readings.last
    apart = span.reals()
    change, away = value - before, value - mean
    taken = (
        count.below(whole(2**32 - 1))
        & readings.quality.equals(every(builder, BYTE(0)))
        & (whole(0) < span)
        & (span <= silent)
        & (time <= readings.latest)
        & (low < value)
        & (value < high)
        & (fall * apart < change)
        & (change < rise * apart)
        & (change.size() > tolerance)
        & ((away * away < (deviation2 * var).greater(floor2)) | count.below(warm))
    )
    step = alpha * away
    learned = (every(builder, DOUBLE(1.0)) - alpha) * (var + away * step)
    counted = choice(taken, count + whole(1), count | whole(WAITS << 32)).read_as(DOUBLE)
    new = [choice(taken, value, before), choice(taken, mean + step, mean), choice(taken, learned, var), counted]
    store_columns(builder, new, rows)
    return taken


def _start(context: Any, builder: Any, kind: Any, array: Any) -> Any:
    """Return where the items of an array begin."""
    return context.make_array(kind)(context, builder, array).data
