"""The columns of what is copied into the lake for the signs because no fact tells it. Pure."""

from collections.abc import Mapping

# Kinds of columns: text, number, whole, flag, moment (UTC), day.
Columns = Mapping[str, str]
COPIES: Mapping[str, Columns] = {
    # The tree as it is; `street` is the street-town a node lies in or is.
    "nodes": {"node": "text", "level": "text", "parent": "text", "street": "text", "lon": "number", "lat": "number"},
    # Counts of the lowest nodes that have them, so that parts add up.
    "counts": {"node": "text", "measure": "text", "since": "day", "until": "day", "value": "number"},
    # Units with where they stand and how many people are appointed to their posts.
    "units": {"unit": "text", "kind": "text", "node": "text", "staff": "whole"},
    # Where the events of the last weeks are; `spot` is a hash of the address, else a cell of about 30 m.
    "spots": {"event_id": "text", "spot": "text", "lon": "number", "lat": "number", "urgent": "flag"},
    "schools": {"lon": "number", "lat": "number"},
    # Which event an alarm belongs to.
    "links": {"alarm_id": "text", "event_id": "text"},
    "devices": {
        "device": "text",
        "class_code": "text",
        "node": "text",
        "maker": "text",
        "spot": "text",
        "state": "text",
        "online": "flag",
        "seen_at": "moment",
        "changed_at": "moment",
        "installed_on": "day",
        "inspected_at": "moment",
        "recorded_at": "moment",
        "every_days": "whole",
        "lifetime_years": "whole",
        "shared": "flag",
        "used": "flag",
    },
    # The series that formulas read, with the quiet range their class declares.
    "series": {
        "series": "whole",
        "device": "text",
        "class_code": "text",
        "metric": "text",
        "node": "text",
        "low": "number",
        "high": "number",
        "lasts_s": "whole",
    },
    "latest": {"series": "whole", "time": "moment", "value": "number", "quality": "whole"},
    # Grids that a patrol went through, by the day (local); who walked is not said.
    "walks": {"day": "day", "node": "text", "points": "whole"},
    # Looks at personal data: how many a day (local) of an account, with its role; no word about whose data.
    "looks": {"day": "day", "actor": "text", "role": "text", "node": "text", "looks": "whole"},
    # Steps of cases taken by people who were signed in, and whether on a phone.
    "steps": {"case_id": "text", "at": "moment", "step": "text", "mobile": "flag"},
}
# What formulas read of each class of devices; the rest of the readings is left where it is.
METRICS: Mapping[str, tuple[str, ...]] = {
    "FWP": ("pressure", "level_pct"),
    "OHY": ("pressure", "cap_open", "tilt"),
    "UIT": ("guard_answer_s",),
    "UPW": ("depth", "rain_1h"),
    "PLV": ("level_pct", "rain_1h"),
    "PMP": ("power", "outfall_flow"),
    "RLV": ("level",),
    "RWQ": ("w01009_do", "w21003_nh3n", "w21011_tp", "w01019_codmn", "w01001_ph"),
    "AIR": ("a34004_pm25", "a34002_pm10", "a05024_o3", "a21004_no2", "a01001_temp", "a01007_wind", "rain_1h"),
    "DST": ("a34001_tsp", "a50001_noise"),
    "NOI": ("Leq10",),
    "FUM": ("fume",),
    "BIN": ("fill",),
    "LMP": ("on", "current"),
    "LFT": ("trapped",),
    "MTK": ("speed",),
    "SAN": ("coverage", "speed"),
}
EVENTS_DAYS = 40  # days back that places of events, links and steps are copied
# Actions of the audit trail by which somebody sees personal data.
LOOKS = (
    "personal.revealed",
    "personal.searched",
    "cases.see_reporters",
    "events.see_reporters",
    "people.phone_book.read",
    "people.mobile.reveal",
    "hotline.see",
    "log.reveal",
    "tracks.look",
    "mail.see",
)
LOOKS_DAYS, WALKS_DAYS = 31, 8
FRESH_S = 300  # seconds for which a copy is as good as a new one: less than from one round to the next, begun late
