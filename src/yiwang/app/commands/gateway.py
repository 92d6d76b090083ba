"""`yiwang gateway password`: what a device or a bridge signs in with."""

from typing import Annotated

import typer

from yiwang.access import Keyring
from yiwang.app.settings import Settings
from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.mqtt.identity import password_of

gateway = typer.Typer(help="What devices sign in with.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(gateway, name="gateway")


@gateway.callback()
def _group() -> None:
    """Devices and bridges."""


@gateway.command()
def password(
    name: Annotated[str, typer.Argument(help="A device's MQTT key in the registry, or bridge:<name> for many.")],
) -> None:
    """Print the MQTT password of a device or a bridge; it follows from the platform's key."""
    if not 0 < len(name) <= 200 or not name.isprintable():
        raise Invalid("name", "A name has 1 to 200 characters that can be seen.")
    typer.echo(password_of(Keyring.open(Settings().data_dir / "keys"), name))
