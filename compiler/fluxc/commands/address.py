"""The URLs that settings do not say but know where to find; nothing of them is ever shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, OutsideError, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxc.project.address import Address
    from fluxc.project.layout import Layout

_SECONDS: Final = 120
"""Somebody may have to unlock a store of passwords meanwhile."""


def url_of(address: Address, owner: str, layout: Layout) -> str:
    """Return the URL; ``owner`` says in messages what it belongs to.

    Raises OutsideError ``no-url`` where the variable is not set, and ``url-command-failed``.
    """
    if address.command:
        return _printed(address.command, owner, layout)
    if address.variable:
        url = os.environ.get(address.variable, "").strip()
        if not url:
            message = f"the URL of {owner} is in the variable {address.variable}, which is not set"
            raise OutsideError(_said("no-url", message, f"set {address.variable} to the URL", layout))
        return url
    return address.text


def server_for_proofs(layout: Layout) -> str | None:
    """Return the URL of the server that the settings name for proofs; raises InputError, and as `url_of`."""
    from fluxc.project.config import read_config

    address = read_config(layout).prove.url
    return url_of(address, "the server for proofs", layout) if address else None


def _printed(command: Sequence[str], owner: str, layout: Layout) -> str:
    said, wrong = _run(command, layout.root)
    lines = said.split("\n")
    if not wrong and not said:
        wrong = "printed nothing"
    elif not wrong and (len(lines) > 1 or not said.isprintable()):
        wrong = "printed more than one line"
    if wrong:
        message = f"the command for the URL of {owner} failed: {command[0]} {wrong}"
        cure = "run it by hand to see what it says: its messages are not shown here, since they may hold the secret"
        raise OutsideError(_said("url-command-failed", message, cure, layout))
    return said


def _run(command: Sequence[str], folder: Path) -> tuple[str, str]:
    """Return what a command prints, and in words what went wrong with it."""
    import subprocess

    try:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except OSError as error:
        return "", f"could not be started: {error.strerror}"
    except subprocess.TimeoutExpired:
        return "", f"took longer than {_SECONDS} seconds"
    if done.returncode:
        how = f"ended with code {done.returncode}" if done.returncode > 0 else f"was ended by signal {-done.returncode}"
        return "", how
    try:
        return done.stdout.decode().strip(), ""
    except UnicodeDecodeError:
        return "", "printed what is not UTF-8"


def _said(code: str, message: str, cure: str, layout: Layout) -> Diagnostic:
    return Diagnostic(code, message, Span(layout.shown(layout.config)), cure)
