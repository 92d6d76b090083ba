"""The command line: every command calls what the API calls."""

import typer

from yiwang.app.commands import audit, bench, data, history, keep, keys, replay, serve
from yiwang.app.commands.refusing import plain_refusals

app = typer.Typer(
    name="yiwang",
    help="Yiwang 一网: found on one screen, dispatched through one door, handled in one place, judged on one net.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for commands in (serve, replay, data, history, keep, audit, keys, bench):
    commands.register(app)


def main() -> None:
    """Run the command line; an expected refusal is one plain sentence and exit code 2."""
    with plain_refusals():
        app()
