"""`yiwang audit …`: exporting the trail, and verifying an export without any database."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yiwang.access import platform_actor
from yiwang.access.trail import export_audit, seal_audit, verify_audit
from yiwang.app.databases import database_urls
from yiwang.app.platform import opened
from yiwang.app.settings import Settings
from yiwang.base.errors import NotFound

AUDITOR = platform_actor("auditor")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    audit = typer.Typer(help="Export the audit trail, and verify an export offline.", no_args_is_help=True)
    audit.command("export")(export)
    audit.command("verify")(verify)
    app.add_typer(audit, name="audit")


def export(
    file: Annotated[Path, typer.Argument(help="The file to write; the public key goes beside it as .pem.")],
) -> None:
    """Seal what is not sealed yet and write the whole trail to FILE."""

    async def run() -> int:
        settings = Settings()
        with database_urls(settings) as urls:
            async with opened(settings, urls.app) as platform:
                database, keyring = platform.database, platform.books.keyring
                now = database.clock.now()
                await seal_audit(database, keyring, at=now)
                file.with_suffix(".pem").write_bytes(keyring.audit_public_pem())
                return await export_audit(database, keyring, file, AUDITOR, at=now)

    typer.echo(f"{asyncio.run(run())} rows in {file}; the public key is in {file.with_suffix('.pem')}")


def verify(
    file: Annotated[Path, typer.Argument(help="An exported trail.")],
    key: Annotated[Path, typer.Option(help="The platform's public key (PEM).")],
) -> None:
    """Verify an export: exit code 0 when it is whole, 1 when anything was changed. Needs no database."""
    for path in (file, key):
        if not path.is_file():
            raise NotFound(f"There is no file {path}.")
    verdict = verify_audit(file, key.read_bytes())
    typer.echo(f"{verdict.rows} rows in {verdict.seals} good seals, {verdict.unsealed} rows not sealed yet")
    if not verdict.whole:
        typer.echo(f"BROKEN: {verdict.broken}", err=True)
        raise typer.Exit(1)
