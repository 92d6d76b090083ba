"""Errands: what comes round by the clock and belongs to no case. procrastinate keeps who did what when."""

import asyncio
from datetime import timedelta

import procrastinate
import structlog
from procrastinate import PsycopgConnector

from yiwang import access, federation, notices, people
from yiwang.access import platform_actor
from yiwang.access.privacy.making import expire_exports, make_exports
from yiwang.access.trail import seal_audit
from yiwang.access.watch import judge
from yiwang.alarms.handling.deciding import try_proposals
from yiwang.app.keeping.retiring import FOLDER, Rules, retire
from yiwang.app.platform import Platform
from yiwang.app.vitals import Vitals, rounded
from yiwang.app.wiring import declared
from yiwang.cases.hotline.giving_back import forget_files
from yiwang.command import tracking
from yiwang.db.partitions import make_partitions
from yiwang.events.channels.keeping_refused import forget_refused
from yiwang.events.mailing.sorting import forget_letters
from yiwang.residents import links
from yiwang.signs.checkup.making import make_due
from yiwang.signs.forecast.making import make_forecasts

SCHEMA = "errands"
SHIFTS_AHEAD, DAYS_BACK = 7, 3  # days; the past ones so that what is late is still found on its own day
KEEPER = platform_actor("errands")
log = structlog.get_logger()


async def errands(platform: Platform, url: str, owner_url: str) -> None:
    """Run the errands until cancelled; of several workers one does each. `owner_url` is for what drops tables."""
    connector = PsycopgConnector(conninfo=url, kwargs={"options": f"-c search_path={SCHEMA}"})
    app = procrastinate.App(connector=connector)
    _declare(app, platform)
    _declare_retention(app, platform, owner_url)
    _declare_alarms(app, platform)
    _declare_signs(app, platform)
    _declare_checkups(app, platform)
    async with app.open_async():
        await app.run_worker_async(install_signal_handlers=False, wait=True, concurrency=2)


def _declare(app: procrastinate.App, platform: Platform) -> None:
    database, books = platform.database, platform.books

    @app.periodic(cron="* * * * *")
    @app.task(name="seal the audit trail", queueing_lock="seal")
    async def seal(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        await seal_audit(database, books.keyring, at=database.clock.now())

    @app.periodic(cron="* * * * *")
    @app.task(name="make exports", queueing_lock="exports")
    async def exports(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        folder = platform.settings.data_dir / "exports"
        await make_exports(database, declared(books), books.keyring, folder, books.zone)
        await expire_exports(database, books.keyring, folder)

    @app.periodic(cron="*/5 * * * *")
    @app.task(name="watch the calls", queueing_lock="calls")
    async def calls(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        async with database.tx() as tx:
            await judge(tx, at=tx.at, zone=books.zone)

    @app.periodic(cron="17 * * * *")
    @app.task(name="write shifts ahead", queueing_lock="shifts")
    async def shifts(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        await write_shifts(platform)

    @app.periodic(cron="29 3 * * *")
    @app.task(name="make partitions ahead", queueing_lock="partitions")
    async def partitions(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        async with database.tx() as tx:
            await make_partitions(tx)

    @app.periodic(cron="41 2 * * *")
    @app.task(name="tend the lake", queueing_lock="lake")
    async def lake(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        log.info("lake tended", files=await platform.lake_writer.tend())

    @app.periodic(cron="53 3 * * *")
    @app.task(name="sweep what is over", queueing_lock="sweep")
    async def sweep(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        async with database.tx() as tx:
            await access.sweep(tx)
            await notices.prune_outbox(tx, tx.at)
            await federation.prune(tx)
            await tracking.forget(tx, tx.at)
            await forget_files(tx)
            await forget_letters(tx)
            await forget_refused(tx)
            await links.sweep(tx)


def _declare_retention(app: procrastinate.App, platform: Platform, owner_url: str) -> None:
    @app.periodic(cron="11 4 * * *")
    @app.task(name="retire months", queueing_lock="retention")
    async def retention(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        settings = platform.settings
        rules = Rules(settings.retention, settings.data_dir / FOLDER if settings.retention_export else None)
        await asyncio.to_thread(retire, owner_url, rules, platform.books.keyring, platform.database.clock.now())


def _declare_signs(app: procrastinate.App, platform: Platform) -> None:
    vitals = Vitals(platform)

    @app.periodic(cron="*/10 * * * *")
    @app.task(name="compute the signs", queueing_lock="signs")
    async def signs(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        computed, acted = await vitals.round(rounded(platform.database.clock.now()))
        log.info("signs computed", rows=computed.rows, failed=len(computed.failed), acted=acted and acted.opened)
        async with platform.database.tx() as tx:
            await federation.tell_signs(tx, books=platform.books, at=tx.at)


def _declare_checkups(app: procrastinate.App, platform: Platform) -> None:
    # Every hour, so that one that was missed is made late and not never; what is there is not made again.
    @app.periodic(cron="20 * * * *")
    @app.task(name="make the check-ups", queueing_lock="checkups")
    async def checkups(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        made = await make_due(platform.database, platform.books, KEEPER, platform.database.clock.now())
        log.info("check-ups made", made=made)

    @app.periodic(cron="35 * * * *")
    @app.task(name="forecast the signs", queueing_lock="forecasts")
    async def forecasts(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        log.info(
            "signs forecast",
            made=await make_forecasts(platform.database, platform.books, platform.database.clock.now()),
        )


def _declare_alarms(app: procrastinate.App, platform: Platform) -> None:
    @app.periodic(cron="7 3 * * *")
    @app.task(name="try proposed thresholds", queueing_lock="proposals")
    async def proposals(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        async with platform.database.tx() as tx:
            log.info("proposed thresholds tried", trials=await try_proposals(tx, KEEPER, at=tx.at))


async def write_shifts(platform: Platform) -> int:
    """Write the shifts that follow from post hours, from some days back to a week ahead."""
    async with platform.database.tx() as tx:
        day = tx.at.astimezone(platform.books.zone).date()
        return await people.shifts_from_hours(
            tx, platform.books.calendar, day - timedelta(days=DAYS_BACK), day + timedelta(days=SHIFTS_AHEAD), tx.at
        )
