"""What an environment says of timeouts in the place of what a file says; the file stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.project.timeouts import Timeouts, milliseconds

if TYPE_CHECKING:
    from fluxc.history.migration import Step

_HEAD: Final = re.compile(
    r"begin;(?:(?:\s|--[^\n]*\n)*set\s+local\s(?:[^';$]|'[^']*')*;)*",
    re.IGNORECASE,
)
"""A transaction as far as it says under which settings it runs."""
_SETTING: Final = re.compile(
    r"(set\s+(?:session\s+)?(lock_timeout|statement_timeout)\s*(?:=|to\b)\s*)('[^']*'|\w+)",
    re.IGNORECASE,
)


def under(step: Step, said: Timeouts) -> Step:
    """Return a step as it is to run where this is ``said``.

    What its mark calls 0 stays so: there it waits without holding others up, or does what takes long.
    Everything stands on the line where it was, so that an error is found in the file.
    """
    lock, statement = step.timeouts
    wanted = Timeouts("" if _is_endless(lock) else said.lock, "" if _is_endless(statement) else said.statement)
    if not any(wanted):
        return step
    own = Timeouts(_counted(lock), _counted(statement))
    held = wanted.over(own)
    if step.apart is None:
        return step._replace(text=_inside(step.text, held, own))
    apart = step.apart._replace(cleanup=_set(step.apart.cleanup, held))
    return step._replace(text=_outside(step.text, held), apart=apart)


def _inside(text: str, held: Timeouts, own: Timeouts) -> str:
    """Return a transaction that says, behind its own settings, what holds in the place of them."""
    head = _HEAD.match(text)
    at = head.end() if head else 0
    pairs = (("lock_timeout", held.lock, own.lock), ("statement_timeout", held.statement, own.statement))
    more = "".join(f" set local {key} = '{value}';" for key, value, before in pairs if value != before)
    return f"{text[:at]}{more}{text[at:]}"


def _outside(text: str, held: Timeouts) -> str:
    """Return statements that run one by one with what they set in the place of what they say."""
    from fluxc.history.statements import statements  # which needs the lexer, as few runs do

    found = statements(text)
    return text[: found[0][0]] + "".join(_set(statement, held) for _, statement in found)


def _set(statement: str, held: Timeouts) -> str:
    found = _SETTING.match(statement)
    if found is None or _is_endless(found[3].strip("'")):
        return statement
    value = held.lock if found[2].lower() == "lock_timeout" else held.statement
    return f"{found[1]}'{value}'{statement[found.end() :]}" if value else statement


def _is_endless(said: str) -> bool:
    return _length(said) == 0


def _counted(said: str) -> str:
    """Return a time that can be compared with others; empty where there is none or it has no end."""
    return said if _length(said) else ""


def _length(said: str) -> int | None:
    try:
        return milliseconds(said)
    except ValueError:
        return None
