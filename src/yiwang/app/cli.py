"""The command line: every command calls what the API calls. A command's code is loaded when it is the one that runs."""

import gc
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from yiwang.app.commands.refusing import plain_refusals

# Name: the module below `commands` that registers it, and what the list of commands says of it.
COMMANDS = {
    "serve": ("serve", "Run the platform."),
    "openapi": ("serve", "Print the OpenAPI document that the web's types are made from."),
    "replay": ("replay", "Drive FILE through the whole loop at its rows' own times, then print one JSON object."),
    "backup": ("keep", "Back up database, photos, lake and keys while the platform works."),
    "restore": (
        "keep",
        "Make a platform of a backup, in the empty folder YIWANG_DATA_DIR (or the empty database of a dump).",
    ),
    "data": ("data", "Load and import reference data."),
    "history": ("history", "Bring in what other systems did before."),
    "ledger": ("keep", "The log of facts: what listeners failed on, and its numbers."),
    "lake": ("keep", "The lake: facts as columns, made from the log."),
    "audit": ("audit", "Export the audit trail, and verify an export offline."),
    "keys": ("keys", "The key file."),
    "gateway": ("gateway", "What devices sign in with."),
    "readings": ("readings", "Files of old readings."),
    "decode": (
        "decode",
        'Write one JSON object for each frame, in order; a bad one has "ok": false, and the exit code stays 0.',
    ),
    "alarms": ("alarms", "Alarm rules."),
    "checkup": ("checkup", "Make the city check-up 城市体检报告 of a place, keep it, and write it to a file."),
    "signs": ("signs", "Vital signs: compute them, fill their history, their definitions as files."),
    "demo": ("demo", "The demo district, brought into a platform by its public doors."),
    "bench": ("bench", "Measure the platform on this machine."),
}


def load(name: str) -> Any:
    """Return a command, or a group of them, with the code it needs."""
    whole = typer.Typer()
    import_module(f"yiwang.app.commands.{COMMANDS[name][0]}").register(whole)
    return typer.main.get_group(whole).commands[name]


class Commands(TyperGroup):
    """Lists the commands by their lines above, and loads the one that is called."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the real command in the place of its line."""
        name, line, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else line, rest


app = typer.Typer(
    name="yiwang",
    help="Yiwang 一网: found on one screen, dispatched through one door, handled in one place, judged on one net.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    cls=Commands,
)
for _name, (_, _help) in COMMANDS.items():
    app.command(_name, help=_help)(lambda: None)


def main() -> None:
    """Run the command line; an expected refusal is one plain sentence and exit code 2."""
    # What lives as long as the process is most of the memory. Looking through it all the time took 4 % of a process
    # that answers, and a quarter of the time to load one.
    gc.set_threshold(20_000, 20, 100)
    with plain_refusals():
        app()
