"""What every route of the platform asks of whoever comes, room by room; a new route gets a row in its room's file."""

from tests.app.expectations import (
    access,
    alarm_handling,
    alarms,
    calendar,
    cases,
    channels,
    command,
    evaluation,
    events,
    federation,
    files,
    hotline,
    matters,
    notices,
    people,
    personal,
    places,
    platform,
    plugin,
    residents,
    sensing,
    signs,
)
from tests.app.expectations.route import NOWHERE, Route, missing

__all__ = ["NOWHERE", "ROUTES", "Route", "missing"]

ROUTES: dict[str, Route] = {
    path: route
    for room in (
        access,
        alarm_handling,
        alarms,
        personal,
        platform,
        calendar,
        events,
        channels,
        cases,
        command,
        evaluation,
        files,
        matters,
        notices,
        people,
        places,
        federation,
        plugin,
        hotline,
        residents,
        sensing,
        signs,
    )
    for path, route in room.ROUTES.items()
}
