"""The imports of one generated module, gathered while its text is made."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.render.python_text import WIDTH, bracketed
from fluxc.render.python_types import Symbol

if TYPE_CHECKING:
    from collections.abc import Collection

_DIGITS: Final = re.compile("[0-9]+")


class ImportTexts(NamedTuple):
    """Import statements: groups for the head of a module, and those that must follow its enums."""

    groups: list[list[str]]
    late: list[str]


class Imports:
    """Local names for what a module uses; ``taken`` are the names of its classes and of all their attributes.

    A name that is taken is imported under another one, so that a column called ``date`` hides no type.
    """

    def __init__(self, taken: Collection[str], late: Collection[str] = ()) -> None:
        self._taken = taken
        self._late = late
        self._local: dict[Symbol, str] = {}
        self._used: set[str] = set()

    def use(self, symbol: Symbol) -> str:
        """Return the local name of a symbol."""
        local = self._local.get(symbol)
        if local is None:
            local = self._local[symbol] = self._free(symbol.name)
            self._used.add(local)
        return local

    def _free(self, name: str) -> str:
        # Neither classes nor attributes begin with an underscore.
        candidate = f"_{name}" if name in self._taken else name
        while candidate in self._used:
            candidate = f"{candidate}_" if candidate.startswith("_") else f"_{name}"
        return candidate

    def texts(self) -> ImportTexts:
        """Return the statements, sorted as isort does: standard library, third parties, this package."""
        groups: list[list[str]] = [[], [], []]
        late: list[str] = []
        modules: dict[str, list[Symbol]] = {}
        for symbol, local in self._local.items():
            if symbol.module != "builtins" or local != symbol.name:
                modules.setdefault(symbol.module, []).append(symbol)
        for module in sorted(modules, key=module_order):
            place = late if module in self._late else groups[_group(module)]
            place.extend(self._statements(module, modules[module]))
        return ImportTexts([group for group in groups if group], late)

    def _statements(self, module: str, symbols: list[Symbol]) -> list[str]:
        symbols = sorted(symbols, key=lambda symbol: member_order(symbol.name))
        plain = [symbol.name for symbol in symbols if self._local[symbol] == symbol.name]
        statements = [(plain[0], from_import(module, plain))] if plain else []
        for _, name in symbols:
            local = self._local[Symbol(module, name)]
            if local != name:
                statements.append((name, f"from {module} import {name} as {local}"))
        return [text for _, text in sorted(statements, key=lambda pair: member_order(pair[0]))]


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def module_order(module: str) -> tuple[str, str]:
    """Return the sorting key of a module in a group of imports."""
    return natural(module.lower()), natural(module)


def member_order(name: str) -> tuple[int, str, str]:
    """Return the sorting key of a name in an import: constants, classes, the rest; numbers by value."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return rank, natural(name.lower()), natural(name)


def natural(name: str) -> str:
    """Return ``name`` with its numbers spelled so that plain sorting orders them by value."""
    return _DIGITS.sub(_sortable, name)


def _sortable(digits: re.Match[str]) -> str:
    # A number with a leading zero stands before all others and sorts digit by digit; \0 ends it before any letter.
    return f"{digits[0]}\0" if digits[0].startswith("0") else f"1{len(digits[0]):04}{digits[0]}\0"


def from_import(module: str, names: list[str], indent: int = 0) -> str:
    """Return an import statement of sorted names, in parentheses where one line would not do."""
    line = f"from {module} import {', '.join(names)}"
    return line if indent + len(line) <= WIDTH else bracketed(f"from {module} import (", names, ")", indent)
