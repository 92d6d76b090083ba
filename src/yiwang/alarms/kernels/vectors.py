"""Eight numbers at once as code for the processor: arithmetic, rows in memory turned into columns and back."""

from collections.abc import Sequence
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]

LANES = 8
BIT, BYTE, SHORT, INT, LONG = ir.IntType(1), ir.IntType(8), ir.IntType(16), ir.IntType(32), ir.IntType(64)
DOUBLE = ir.DoubleType()
_ROW = ir.VectorType(DOUBLE, 4)


class Vector:
    """Eight numbers of one kind, or eight truths. Whole numbers have signs, unless said otherwise."""

    def __init__(self, builder: Any, value: Any) -> None:
        self.builder, self.value = builder, value

    def __add__(self, other: "Vector") -> "Vector":
        return self._joined("add", other)

    def __sub__(self, other: "Vector") -> "Vector":
        return self._joined("sub", other)

    def __mul__(self, other: "Vector") -> "Vector":
        return self._joined("mul", other)

    def __and__(self, other: "Vector") -> "Vector":
        return Vector(self.builder, self.builder.and_(self.value, other.value))

    def __or__(self, other: "Vector") -> "Vector":
        return Vector(self.builder, self.builder.or_(self.value, other.value))

    def __invert__(self) -> "Vector":
        return Vector(self.builder, self.builder.not_(self.value))

    def __lt__(self, other: "Vector") -> "Vector":
        return self._compared("<", other)

    def __le__(self, other: "Vector") -> "Vector":
        return self._compared("<=", other)

    def __gt__(self, other: "Vector") -> "Vector":
        return self._compared(">", other)

    def below(self, other: "Vector") -> "Vector":
        """Compare whole numbers without signs."""
        return Vector(self.builder, self.builder.icmp_unsigned("<", self.value, other.value))

    def equals(self, other: "Vector") -> "Vector":
        """Compare whole numbers."""
        return Vector(self.builder, self.builder.icmp_signed("==", self.value, other.value))

    def greater(self, other: "Vector") -> "Vector":
        """Return the greater one of each two."""
        return choice(self > other, self, other)

    def reals(self) -> "Vector":
        """Return whole numbers as reals."""
        return Vector(self.builder, self.builder.sitofp(self.value, ir.VectorType(DOUBLE, LANES)))

    def read_as(self, kind: Any) -> "Vector":
        """Return the same bits as numbers of another kind."""
        return Vector(self.builder, self.builder.bitcast(self.value, ir.VectorType(kind, LANES)))

    def size(self) -> "Vector":
        """Return reals without their signs."""
        return (self.read_as(LONG) & every(self.builder, LONG(2**63 - 1))).read_as(DOUBLE)

    def turned(self, by: int) -> "Vector":
        """Return the same numbers `by` lanes further."""
        return Vector(self.builder, _shuffled(self.builder, self.value, self.value, _turned(by)))

    def bits(self) -> Any:
        """Return eight truths as the bits of a byte."""
        return self.builder.bitcast(self.value, BYTE)

    def each(self) -> list[Any]:
        """Return the numbers one by one."""
        return [self.builder.extract_element(self.value, INT(k)) for k in range(LANES)]

    def _joined(self, name: str, other: "Vector") -> "Vector":
        real = self.value.type.element == DOUBLE
        return Vector(self.builder, getattr(self.builder, f"f{name}" if real else name)(self.value, other.value))

    def _compared(self, sign: str, other: "Vector") -> "Vector":
        real = self.value.type.element == DOUBLE
        compare = self.builder.fcmp_ordered if real else self.builder.icmp_signed
        return Vector(self.builder, compare(sign, self.value, other.value))


def every(builder: Any, number: Any) -> Vector:
    """Return one number in every lane."""
    first = builder.insert_element(ir.Constant(ir.VectorType(number.type, LANES), ir.Undefined), number, INT(0))
    return Vector(builder, _shuffled(builder, first, first, [0] * LANES))


def choice(which: Vector, one: Vector, other: Vector) -> Vector:
    """Return of each two the one where `which` says so."""
    return Vector(one.builder, one.builder.select(which.value, one.value, other.value))


def item(builder: Any, start: Any, index: Any, size: int, kind: Any = BYTE) -> Any:
    """Return the address of an item of `size` bytes."""
    place = builder.gep(builder.bitcast(start, BYTE.as_pointer()), [builder.mul(index, LONG(size))])
    return builder.bitcast(place, kind.as_pointer())


def load(builder: Any, start: Any, index: Any, kind: Any) -> Vector:
    """Return eight neighbours of an array, from `index` on."""
    size = {BYTE: 1, INT: 4}.get(kind, 8)
    return Vector(builder, builder.load(item(builder, start, index, size, ir.VectorType(kind, LANES)), align=size))


def gather(builder: Any, places: Sequence[Any]) -> Vector:
    """Return eight numbers from anywhere."""
    whole = ir.Constant(ir.VectorType(LONG, LANES), ir.Undefined)
    for k, place in enumerate(places):
        whole = builder.insert_element(whole, builder.load(place, align=8), INT(k))
    return Vector(builder, whole)


def columns(builder: Any, rows: Sequence[Any], offset: int = 0) -> list[Vector]:
    """Return four columns of eight rows in memory, from `offset` bytes after their addresses on."""
    places = [builder.bitcast(builder.gep(row, [LONG(offset)]), _ROW.as_pointer()) for row in rows]
    found = [builder.load(place, align=8) for place in places]
    pairs = [_shuffled(builder, found[k], found[k + 4], range(LANES)) for k in range(4)]
    return [Vector(builder, one) for one in _exchanged(builder, pairs)]


def store_columns(builder: Any, new: Sequence[Vector], rows: Sequence[Any]) -> None:
    """Write four columns to eight rows in memory."""
    for k, pair in enumerate(_exchanged(builder, [one.value for one in new])):
        for half in (0, 4):
            row = _shuffled(builder, pair, pair, range(half, half + 4))
            builder.store(row, builder.bitcast(rows[k + half], _ROW.as_pointer()), align=8)


def _exchanged(builder: Any, rows: Sequence[Any]) -> list[Any]:
    """Return two blocks of four by four, side by side, with rows and columns exchanged."""
    low = [_shuffled(builder, rows[k], rows[k + 1], (0, 8, 2, 10, 4, 12, 6, 14)) for k in (0, 2)]
    high = [_shuffled(builder, rows[k], rows[k + 1], (1, 9, 3, 11, 5, 13, 7, 15)) for k in (0, 2)]
    first, second = (0, 1, 8, 9, 4, 5, 12, 13), (2, 3, 10, 11, 6, 7, 14, 15)
    return [_shuffled(builder, pair[0], pair[1], lanes) for lanes in (first, second) for pair in (low, high)]


def _shuffled(builder: Any, one: Any, other: Any, lanes: Sequence[int]) -> Any:
    return builder.shuffle_vector(one, other, ir.Constant(ir.VectorType(INT, len(lanes)), list(lanes)))


def _turned(by: int) -> list[int]:
    return [(k + by) % LANES for k in range(LANES)]
