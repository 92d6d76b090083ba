"""Parameters of a terminal (JT/T 808-2019, table 12): set with 0x8103, told with 0x0104."""

from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.layout import Values, take
from yiwang.sensing.protocols.pieces import bytes_of, text_of, unhex

_TEXTS = frozenset(
    (
        *range(0x10, 0x18),
        0x1A,
        0x1D,
        *range(0x23, 0x27),
        *range(0x40, 0x45),
        *(0x48, 0x49, 0x83),
    )
)
_SIZES = {4: "numbers", 2: "numbers", 1: "numbers"}
NAMES = {
    0x01: "heartbeat_seconds",
    0x02: "tcp_timeout_seconds",
    0x03: "tcp_resends",
    0x04: "udp_timeout_seconds",
    0x05: "udp_resends",
    0x06: "sms_timeout_seconds",
    0x07: "sms_resends",
    0x10: "main_apn",
    0x11: "main_user",
    0x12: "main_password",
    0x13: "main_server",
    0x14: "backup_apn",
    0x15: "backup_user",
    0x16: "backup_password",
    0x17: "backup_server",
    0x18: "tcp_port",
    0x19: "udp_port",
    0x1A: "ic_main_server",
    0x1B: "ic_tcp_port",
    0x1C: "ic_udp_port",
    0x1D: "ic_backup_server",
    0x20: "report_strategy",
    0x21: "report_scheme",
    0x22: "report_seconds_not_signed_in",
    0x23: "secondary_apn",
    0x24: "secondary_user",
    0x25: "secondary_password",
    0x26: "secondary_server",
    0x27: "report_seconds_asleep",
    0x28: "report_seconds_emergency",
    0x29: "report_seconds",
    0x2C: "report_metres",
    0x2D: "report_metres_not_signed_in",
    0x2E: "report_metres_asleep",
    0x2F: "report_metres_emergency",
    0x30: "turn_degrees",
    0x31: "fence_metres",
    0x40: "platform_phone",
    0x41: "reset_phone",
    0x42: "factory_phone",
    0x43: "sms_phone",
    0x44: "sms_alarm_phone",
    0x45: "answering",
    0x46: "call_seconds",
    0x47: "call_seconds_month",
    0x48: "listening_phone",
    0x49: "privileged_sms",
    0x50: "alarm_mask",
    0x51: "alarm_sms",
    0x52: "alarm_shoot",
    0x53: "alarm_shoot_keep",
    0x54: "key_alarms",
    0x55: "max_speed",
    0x56: "overspeed_seconds",
    0x57: "driving_seconds",
    0x58: "driving_seconds_day",
    0x59: "rest_seconds",
    0x5A: "parking_seconds",
    0x5B: "overspeed_warning",
    0x5C: "fatigue_warning_seconds",
    0x5D: "collision",
    0x5E: "rollover_degrees",
    0x64: "shoot_timer",
    0x65: "shoot_distance",
    0x70: "picture_quality",
    0x71: "brightness",
    0x72: "contrast",
    0x73: "saturation",
    0x74: "chroma",
    0x80: "odometer",
    0x81: "province",
    0x82: "city",
    0x83: "plate",
    0x84: "plate_colour",
    0x90: "gnss_mode",
    0x91: "gnss_baud",
    0x92: "gnss_rate",
    0x93: "gnss_sampling_seconds",
    0x94: "gnss_upload",
    0x95: "gnss_upload_setting",
    0x100: "can_1_sampling_ms",
    0x101: "can_1_upload_seconds",
    0x102: "can_2_sampling_ms",
    0x103: "can_2_upload_seconds",
    0x110: "can_id",
}
_IDS = {name: number for number, name in NAMES.items()}


class Parameters:
    """A count, then id, length and value of each; numbers and texts as the table has them, the rest hexadecimal."""

    def read(self, data: bytes, at: int, out: Values) -> int:
        end = take(data, at, 1, "count")
        found: list[Values] = []
        count, at = data[at], end
        for _ in range(count):
            where = f"parameters[{len(found)}]"
            begin = take(data, at, 5, where)
            end = take(data, begin, data[begin - 1], where)
            number = int.from_bytes(data[at : at + 4], "big")
            found.append(_one(number, data[begin:end]))
            at = end
        out["parameters"] = found
        return at

    def write(self, values: Values, to: bytearray) -> None:
        held = values.get("parameters", [])
        if len(held) > 255:
            raise Invalid("parameters", "One message sets at most 255 parameters.")
        to.append(len(held))
        for one in held:
            number, raw = _written(one)
            if len(raw) > 255:
                raise Invalid("parameters", f"The parameter {one.get('id')} has at most 255 bytes.")
            to += number.to_bytes(4, "big") + bytes((len(raw),)) + raw


def _one(number: int, raw: bytes) -> Values:
    one: Values = {"id": f"0x{number:04X}"}
    if number in NAMES:
        one["name"] = NAMES[number]
    one["value"] = _value(number, raw)
    if isinstance(one["value"], int) and len(raw) != 4:
        one["size"] = len(raw)
    return one


def _value(number: int, raw: bytes) -> Any:
    if number in _TEXTS:
        return text_of(raw)
    if number in NAMES and len(raw) in _SIZES:
        return int.from_bytes(raw, "big")
    return {"hex": raw.hex()}


def _written(one: Values) -> tuple[int, bytes]:
    try:
        number = int(str(one["id"]), 16) if "id" in one else _IDS[str(one["name"])]
        value = one["value"]
        if isinstance(value, dict):
            raw = unhex(value.get("hex"), "parameters")
        elif isinstance(value, int):
            raw = value.to_bytes(one.get("size", _size(number)), "big")
        else:
            raw = bytes_of(value, "parameters")
    except (KeyError, ValueError, OverflowError):
        raise Invalid(
            "parameters", "A parameter has an id like 0x0029 or a known name, and a value that fits."
        ) from None
    if number >> 32:
        raise Invalid("parameters", "The id of a parameter has four bytes.")
    return number, raw


def _size(number: int) -> int:
    """Return how many bytes the table gives a number."""
    if number in (0x84, 0x90, 0x91, 0x92, 0x94):
        return 1
    return 2 if number in (0x31, 0x5B, 0x5C, 0x5D, 0x5E, 0x81, 0x82, 0x101, 0x103) else 4
