"""The first start, and every other: tables up to date, reference data there, the first administrator's token."""

from datetime import timedelta

from rich.console import Console

from yiwang import calendar, matters, places
from yiwang.access import platform_actor, setup
from yiwang.alarms.rules import shipping as alarm_rules
from yiwang.app.demonstrating import identities
from yiwang.app.errands import write_shifts
from yiwang.app.platform import opened
from yiwang.app.sample import filling as sample
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Tx
from yiwang.db.migrate import migrate
from yiwang.events import channels
from yiwang.events.unsorted import publish_other_matter
from yiwang.sensing import classes
from yiwang.signs import declaring as signs

SET_UP = platform_actor("set-up")


async def begin(settings: Settings, owner_url: str, app_url: str, console: Console) -> list[str]:
    """Bring the platform to where it can serve; return the lines to print when it does."""
    clock = SystemClock()
    with console.status("Bringing the tables up to date …"):
        migrate(owner_url, clock.now(), app_url=app_url)
    lines: list[str] = []
    async with opened(settings, app_url, clock) as platform:
        with console.status("Loading codes, boundaries and the catalogue of matters …"):
            async with platform.database.tx() as tx:
                await load_reference(tx, settings)
                await platform.books.refresh(tx)
        if settings.demo:
            await identities.refuse_real(platform)
        if settings.sample or settings.demo:
            with console.status("Filling the sample district …"):
                lines += await sample.fill(platform)
        if settings.demo:
            lines = await identities.make(platform)
        await write_shifts(platform)
        async with platform.database.tx() as tx:
            token = await setup.first_token(tx) if await setup.is_needed(tx) else None
        if token:
            lines += ["First administrator: open the page and enter this one-time token", f"  {token}"]
    return lines


async def load_reference(tx: Tx, settings: Settings) -> None:
    """Load what every district starts from; what is there already stays as it is."""
    await places.load_codes(tx, SET_UP, tx.at, district=None)
    await places.load_district_boundaries(tx, SET_UP, tx.at)
    if settings.district == "310107":
        await places.draw_schematic(tx, SET_UP, tx.at)
    await calendar.note_published(tx, SET_UP, at=tx.at)
    await matters.publish_standard(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
    await publish_other_matter(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
    await channels.publish_shipped(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
    await classes.publish_shipped(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
    await alarm_rules.publish_shipped(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
    await signs.publish_shipped(tx, SET_UP, at=tx.at, valid_from=tx.at - timedelta(days=365 * 10))
