"""What every command shares: common options, one way out for results and one for errors."""

from __future__ import annotations

import functools
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

import fluxc
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity
from fluxc.project.layout import CONFIG, Layout, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DONE, WRONG_INPUT, WRONG_USAGE, OUTSIDE, UNDECIDED, INTERRUPTED = 0, 1, 2, 3, 4, 130


@dataclass(slots=True)
class Session:
    """One run of a command: where the project is, and how results and messages go out."""

    command: str
    project: Path | None
    json: bool
    quiet: bool
    color: bool

    def layout(self) -> Layout:
        """Return the project; raises InputError where there is none."""
        root = self.project.absolute() if self.project else nearest(Path.cwd())
        if root is None or not (root / CONFIG).is_file():
            where = f"in {self.project}" if self.project else "here or in a folder above"
            help_text = "run `fluxc init` to make a project, or name one with --project DIR"
            raise InputError([Diagnostic("no-project", f"there is no {CONFIG} {where}", None, help_text)])
        return Layout(root)

    def base(self) -> str:
        """Return what leads from the working directory to the project, empty where the project is not below it."""
        try:
            return self.layout().root.relative_to(Path.cwd()).as_posix().removeprefix(".")
        except (ValueError, InputError):
            return ""

    def result(
        self, payload: dict[str, Any], text: str, diagnostics: Iterable[Diagnostic] = (), code: int = DONE
    ) -> NoReturn:
        """Print a result and leave: the JSON object, or text on standard output and messages on standard error."""
        found = tuple(diagnostics)
        if self.json:
            self._print_json(payload, found, ok=code == DONE)
        else:
            self.messages(found)
            if text and not (self.quiet and code == DONE):
                click.echo(text.rstrip("\n"), color=self.color)
        sys.exit(code)

    def say(self, text: str) -> None:
        """Print a line of a result as it happens; nothing with ``--json`` or ``--quiet``."""
        if not self.json and not self.quiet:
            click.echo(text, color=self.color)

    def remark(self, text: str) -> None:
        """Print a line on standard error that is no result; nothing with ``--json`` or ``--quiet``."""
        if not self.json and not self.quiet:
            click.echo(text, err=True, color=self.color)

    def progress(self, text: str) -> None:
        """Say on a terminal what goes on now."""
        if sys.stderr.isatty():
            self.remark(f"… {text}")

    def messages(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print diagnostics on standard error."""
        from fluxc.report.diagnostics import diagnostics_text

        if text := diagnostics_text(diagnostics, color=self.color):
            click.echo(text, err=True, color=self.color)

    def _print_json(self, payload: dict[str, Any], diagnostics: tuple[Diagnostic, ...], *, ok: bool) -> None:
        import json

        from fluxc.report.diagnostics import diagnostic_json

        head = {"fluxc": fluxc.__version__, "command": self.command, "ok": ok}
        click.echo(
            json.dumps(
                {**head, "diagnostics": [diagnostic_json(item) for item in diagnostics], **payload}, ensure_ascii=False
            )
        )

    def fail(self, diagnostics: Iterable[Diagnostic], code: int) -> NoReturn:
        """Print what went wrong and leave."""
        found = tuple(diagnostics)
        if self.json:
            self._print_json({}, found, ok=False)
        else:
            self.messages(found)
            errors = sum(item.severity is Severity.ERROR for item in found)
            if errors > 1:
                click.echo(f"{errors} errors", err=True)
        sys.exit(code)


def wrong_usage(error: click.UsageError, group: click.Context) -> NoReturn:
    """Leave a command that was misused with the JSON object it was asked for; ``group`` is the topmost context."""
    path = (error.ctx or group).command_path
    name = path.removeprefix(group.command_path).strip() or group.obj[0]
    help_text = f"`{path} --help` tells what it takes"
    session = Session(name, None, json=True, quiet=False, color=False)
    session.fail([Diagnostic("wrong-usage", error.format_message(), None, help_text)], WRONG_USAGE)


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function whose first argument is a Session into a command with the common options."""

    def decorate(function: Callable[..., None]) -> click.Command:
        @functools.wraps(function)
        def run(project: Path | None, as_json: bool, quiet: bool, no_color: bool, **options: Any) -> None:
            session = Session(name, project, as_json, quiet, _color(no_color=no_color))
            _guarded(session, lambda: function(session, **options))

        decorated: Callable[..., Any] = run
        for option in reversed(_COMMON):
            decorated = option(decorated)
        return click.command(name.rpartition(" ")[2])(decorated)

    return decorate


_COMMON: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.option(
        "--project",
        type=click.Path(path_type=Path),
        help="The project's folder; the nearest with a fluxc.toml otherwise.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else."),
    click.option("--quiet", "-q", is_flag=True, help="Print only what is wrong."),
    click.option("--no-color", is_flag=True, help="Print without colours."),
)


def _color(*, no_color: bool) -> bool:
    return not (no_color or os.environ.get("NO_COLOR") or os.environ.get("CI")) and sys.stdout.isatty()


_AGAIN: Final = "run it again when you like: it goes on where it was, or begins anew"


def _guarded(session: Session, act: Callable[[], None]) -> None:
    try:
        act()
    except InputError as error:
        session.fail(error.diagnostics, WRONG_INPUT)
    except OutsideError as error:
        session.fail([error.diagnostic], OUTSIDE)
    except KeyboardInterrupt:
        session.fail([Diagnostic("interrupted", "stopped by Ctrl-C", help=_AGAIN)], INTERRUPTED)
    except BrokenPipeError:
        raise  # who read the output has gone: Click leaves without a word
    except OSError as error:
        cure = "see that it is there, that this user may use it, and that the disk has room"
        session.fail(
            [Diagnostic("disk", f"{error.filename or 'the disk'}: {error.strerror or error}", None, cure)], OUTSIDE
        )
