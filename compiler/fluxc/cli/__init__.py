"""The command ``fluxc``; importing this loads Click and nothing heavy."""

from __future__ import annotations

import atexit
import importlib
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

import fluxc

COMMANDS = {
    "init": "init",
    "build": "build",
    "lint": "lint",
    "seal": "seal",
    "migrate": "migrate",
    "roll": "roll",
    "rollback": "rollback",
    "status": "status",
    "pull": "pull",
    "prove": "prove",
    "cost": "cost",
    "drift": "drift",
    "breaking": "breaking",
    "seed": "seed",
    "up": "up",
    "dev": "dev",
    "explain": "explain",
}
"""Each command and the module of this package that holds it."""


class _Commands(click.Group):
    """Loads the module of a command when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"fluxc.cli.{COMMANDS[cmd_name]}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.obj = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if "--json" not in ctx.obj:
                raise
            from fluxc.cli.session import wrong_usage

            wrong_usage(error, ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from fluxc.diagnostics import did_you_mean

            message = f"{error.message} {did_you_mean(args[0], COMMANDS).capitalize()}".rstrip()
            raise click.UsageError(message, ctx) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(fluxc.__version__, message="fluxc %(version)s")
def commands() -> None:
    """Compile a schema written in YAML into Python models and SQL migrations for PostgreSQL."""


def main(args: list[str] | None = None) -> Any:
    """Run the command line and exit with its code."""
    commands(args, prog_name="fluxc")


def run() -> NoReturn:
    """Be the process of the command."""
    from fluxc.commands.collector import is_the_process

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody waits for plugins to be looked for
    ending = _Ending()
    atexit.register(ending)
    is_the_process()
    try:
        main()
    except SystemExit as leaving:
        if leaving.code is None or isinstance(leaving.code, int):
            ending.code = leaving.code or 0
        raise
    sys.exit()


class _Ending:
    """Ends a process that has its exit code without taking the heap apart.

    After a large build that would last longer than writing its files.  Being registered first, it runs after every
    other exit handler; where what was printed cannot go out it returns, so that Python ends the process and says why.
    """

    code: int | None = None

    def __call__(self) -> None:
        if self.code is None:
            return
        with suppress(OSError, ValueError):
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(self.code)
