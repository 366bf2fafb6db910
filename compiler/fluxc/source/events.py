# pyright: basic
"""The events of a YAML text from libyaml or, where its wheel is missing, from the slower parser in pure Python."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def _c_parser() -> Any:
    try:
        return import_module("_ruamel_yaml").CParser
    except ImportError:
        return None


C_PARSER = _c_parser()


def event_reader(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event of ``text`` each time; it raises YAMLError at a syntax error."""
    if C_PARSER is None:
        return pure_event_reader(text)
    take: Callable[[], Any] = C_PARSER(text).get_event
    return take


def pure_event_reader(text: str) -> Callable[[], Any]:
    """Do the same without the C extension."""
    from ruamel.yaml import YAML

    take: Callable[[], Any] = YAML(typ="safe", pure=True).parse(StringIO(text)).__next__
    return take
