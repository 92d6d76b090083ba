"""Asking for a piece of an array before it is needed: no processor can guess the order of readings."""

from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

_BYTE = ir.IntType(8).as_pointer()
_INT = ir.IntType(32)


@intrinsic
def prefetch(_typing: Any, array: Any, _index: Any) -> Any:
    """Fetch `array[index]`, to be written to; an index outside of the array does no harm."""
    return types.void(array, types.intp), _fetching(1)


@intrinsic
def prefetch_to_read(_typing: Any, array: Any, _index: Any) -> Any:
    """Fetch `array[index]`, to be read once; an index outside of the array does no harm."""
    return types.void(array, types.intp), _fetching(0)


def _fetching(written: int) -> Any:
    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        whole = context.make_array(signature.args[0])(context, builder, values[0])
        place = cgutils.get_item_pointer(context, builder, signature.args[0], whole, [values[1]])  # type: ignore[no-untyped-call]
        kind = ir.FunctionType(ir.VoidType(), [_BYTE, _INT, _INT, _INT])
        fetch = builder.module.declare_intrinsic("llvm.prefetch", [_BYTE], kind)
        builder.call(fetch, [builder.bitcast(place, _BYTE), _INT(written), _INT(3), _INT(1)])
        return context.get_dummy_value()

    return generate
