# pyright: basic
"""The events of a YAML text from libyaml or, where its wheel is missing, from the slower parser in pure Python."""

from __future__ import annotations

import re
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import ScalarEvent

if TYPE_CHECKING:
    from collections.abc import Callable


def _c_parser() -> Any:
    try:
        return import_module("_ruamel_yaml").CParser
    except ImportError:
        return None


# A `?` and a `:` that cannot be indicators, by what stands before and behind them.
_INSIDE = re.compile(r"""(?<=[^\s\[{,])\?|(?<=[^\s\[\]{},'"]):(?=[^\s,\[\]{}'"])""")
_HIDDEN = {"?": "\ue000", ":": "\ue001"}
_SHOWN = {letter: sign for sign, letter in _HIDDEN.items()}
_STAND_INS = re.compile("[\ue000\ue001]")

C_PARSER = _c_parser()


def event_reader(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event of ``text`` each time; it raises YAMLError at a syntax error."""
    if C_PARSER is None:
        return pure_event_reader(text)
    take: Callable[[], Any] = C_PARSER(text).get_event
    return take


def can_be_lenient(text: str) -> bool:
    """Tell whether ``lenient_event_reader`` would read ``text`` in another way than ``event_reader``."""
    return C_PARSER is not None and not _STAND_INS.search(text) and bool(_INSIDE.search(text))


def lenient_event_reader(text: str) -> Callable[[], Any]:
    """Do the same for a text that libyaml refuses though YAML 1.2 allows it: `{email: text?}`, `[data::text]`.

    Inside brackets libyaml knows no `?` and `:` within a plain scalar; it is given other letters in their place.
    """
    take = event_reader(_INSIDE.sub(lambda sign: _HIDDEN[sign[0]], text))

    def take_restored() -> Any:
        event = take()
        if type(event) is ScalarEvent:
            event.value = _STAND_INS.sub(lambda letter: _SHOWN[letter[0]], event.value)
        return event

    return take_restored


def pure_event_reader(text: str) -> Callable[[], Any]:
    """Do the same without the C extension."""
    from ruamel.yaml import YAML

    take: Callable[[], Any] = YAML(typ="safe", pure=True).parse(StringIO(text)).__next__
    return take
