"""Every room's routes."""

from fastapi import APIRouter

from yiwang.access.privacy.routes import router as privacy
from yiwang.access.routes import router as access
from yiwang.access.screens.routes import open_router as screen_opening
from yiwang.access.screens.routes import router as screens
from yiwang.access.watch.routes import router as watch
from yiwang.alarms.handling.routes import inhibitions
from yiwang.alarms.handling.routes import router as alarms
from yiwang.alarms.rules.routes import places as alarm_contexts
from yiwang.alarms.rules.routes import router as alarm_rules
from yiwang.alarms.trying.routes import router as alarm_trials
from yiwang.app.configured.routes import router as configured
from yiwang.app.demonstrating.routes import router as demo
from yiwang.app.mapping.routes import router as mapping
from yiwang.app.searching import router as search
from yiwang.app.streaming.routes import router as stream
from yiwang.app.wall.routes import router as wall
from yiwang.calendar.routes import router as calendar
from yiwang.cases.history.routes import router as history
from yiwang.cases.hotline.routes import router as hotline
from yiwang.cases.routes import reports_router as reports
from yiwang.cases.routes import router as cases
from yiwang.cases.upkeep.routes import router as upkeep
from yiwang.command.desk.routes import router as desk
from yiwang.command.routes import router as command
from yiwang.evaluation.routes import router as evaluation
from yiwang.events.channels.routes import router as channels
from yiwang.events.cloudevents.routes import router as cloudevents
from yiwang.events.machines.routes import router as machines
from yiwang.events.machines.routes import templates
from yiwang.events.mailing.routes import router as mailing
from yiwang.events.open311.routes import router as open311
from yiwang.events.routes import router as events
from yiwang.federation.routes import inbox_router as federation_inbox
from yiwang.federation.routes import router as federation
from yiwang.files.routes import router as files
from yiwang.matters.routes import router as matters
from yiwang.notices.routes import router as notices
from yiwang.people.routes import router as people
from yiwang.places.routes import router as places
from yiwang.plugin.routes import router as scenarios
from yiwang.residents.proposals.routes import router as proposals
from yiwang.residents.routes import router as residents
from yiwang.sensing.classes.routes import router as device_classes
from yiwang.sensing.commands.routes import router as device_commands
from yiwang.sensing.devices.routes import router as devices
from yiwang.sensing.pushes.routes import router as device_pushes
from yiwang.sensing.readings.routes import router as readings
from yiwang.sensing.sharing.routes import router as reading_streams
from yiwang.sensing.upkeep.routes import router as device_upkeep
from yiwang.signs.checkup.routes import router as checkups
from yiwang.signs.forecast.routes import router as forecasts
from yiwang.signs.routes import router as signs

# The routes of the loop come first: the router tries them in this order.
ROUTERS: tuple[APIRouter, ...] = (
    reports,
    cases,
    access,
    alarms,
    inhibitions,
    templates,
    alarm_contexts,
    alarm_rules,
    alarm_trials,
    calendar,
    channels,
    cloudevents,
    command,
    configured,
    demo,
    desk,
    device_classes,
    device_commands,
    device_pushes,
    device_upkeep,
    devices,
    evaluation,
    machines,
    events,
    federation,
    federation_inbox,
    files,
    history,
    hotline,
    mailing,
    mapping,
    matters,
    notices,
    open311,
    people,
    places,
    privacy,
    readings,
    reading_streams,
    residents,
    proposals,
    screens,
    screen_opening,
    wall,
    upkeep,
    watch,
    scenarios,
    search,
    signs,
    checkups,
    forecasts,
    stream,
)
