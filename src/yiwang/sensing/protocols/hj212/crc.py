"""The checksum of HJ 212 (Annex A): neither Modbus nor ARC; the register's high byte takes the next byte."""


def _table() -> tuple[int, ...]:
    table = []
    for register in range(256):
        for _ in range(8):
            register = (register >> 1) ^ (0xA001 if register & 1 else 0)
        table.append(register)
    return tuple(table)


_TABLE = _table()


def crc(segment: bytes) -> int:
    """Return the checksum of a data segment."""
    register, table = 0xFFFF, _TABLE
    for byte in segment:
        register = table[(register >> 8) ^ byte]
    return register
