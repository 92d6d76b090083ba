"""Ground that every room stands on: ids, clock and chance as types, errors, paging. No input or output."""
