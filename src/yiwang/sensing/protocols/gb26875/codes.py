"""The numbers of GB/T 26875.3-2011, clause 8.2, and what they say."""

from calendar import monthrange

COMMANDS = {1: "control", 2: "data", 3: "confirm", 4: "request", 5: "answer", 6: "deny"}  # table 2

SYSTEM_STATE = (  # figure 7; bit 0 is 0 while the system is being tested
    "normal",
    "fire",
    "fault",
    "shielded",
    "supervised",
    "started",
    "feedback",
    "delayed",
    "main_power_fault",
    "backup_power_fault",
    "bus_fault",
    "manual",
    "config_changed",
    "reset",
)
PART_STATE = (*SYSTEM_STATE[:8], "power_fault")
DEVICE_STATE = ("normal", "fire", "fault", "main_power_fault", "backup_power_fault", "link_fault", "line_fault")
OPERATION = ("reset", "silence", "manual_alarm", "clear", "self_test", "confirm", "test")
DEVICE_OPERATION = ("reset", "silence", "manual_alarm", "clear", "self_test", "guard_answer", "test")

# Type: what it is, its unit, steps a unit.
ANALOG = {
    1: ("count", "", 1),
    2: ("height", "m", 100),
    3: ("temperature", "℃", 10),
    4: ("pressure", "MPa", 10),
    5: ("pressure", "kPa", 10),
    6: ("gas", "%LEL", 10),
    7: ("time", "s", 1),
    8: ("voltage", "V", 10),
    9: ("current", "A", 10),
    10: ("flow", "L/s", 10),
    11: ("air_flow", "m³/min", 10),
    12: ("wind_speed", "m/s", 1),
}

SYSTEM_TYPES = {
    0: "generic",
    1: "fire_alarm",
    10: "linkage",
    11: "hydrant",
    12: "sprinkler",
    13: "gas_extinguishing",
    14: "water_spray_pump",
    15: "water_spray_container",
    16: "foam",
    17: "powder",
    18: "smoke_control",
    19: "doors_shutters",
    20: "lift",
    21: "broadcast",
    22: "emergency_light",
    23: "fire_power",
    24: "phone",
}


def days_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return monthrange(year, month)[1]
