"""The annotations of a module's columns: what a row holds, and what may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.types import parse
from fluxc.render.limits import Call, Limits
from fluxc.render.model_keys import written_limit
from fluxc.render.python_types import TEXT, Symbol, python_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.model.column import Column
    from fluxc.model.types import Type
    from fluxc.render.conditions import Condition
    from fluxc.render.imports import Imports
    from fluxc.render.model_keys import KeyHome
    from fluxc.render.model_package import EnumHome, Package

ANNOTATED: Final = Symbol("typing", "Annotated")
FIELD: Final = Symbol("pydantic", "Field")
_LIST: Final = Symbol("builtins", "list")
_ELEMENTS: Final = Call(Symbol("._arrays", "ELEMENTS"))
_EVEN: Final = Symbol("._arrays", "even")


class Annotation(NamedTuple):
    """A type as text, the arguments of the ``Field`` that belongs to it, and validators."""

    text: str
    arguments: tuple[str, ...] = ()
    validators: tuple[str, ...] = ()


class Annotations:
    """Writes the annotations of one module."""

    def __init__(self, module: str, imports: Imports, made: Package) -> None:
        self._module = module
        self._imports = imports
        self._enums = made.enums
        self._keys = made.keys
        self._whole = made.whole

    def said(self, column: Column, type_path: str) -> Annotation:
        """Return the type that a person gave the column, ``module:Name``."""
        module, _, name = type_path.partition(":")
        return Annotation(_nullable(self._imports.use(Symbol(module, name)), column))

    def read(self, column: Column, dimensions: int) -> Annotation:
        """Return what psycopg may load from the column."""
        if column.key.path in self._keys:
            return Annotation(_nullable(self._home(self._keys[column.key.path]), column))
        found = parse(column.type)
        entry = python_type(found.path)
        home = self._enums.get(found.path)
        text = self._home(home) if home else self._imports.use(entry.read)
        if not found.array:
            return Annotation(_nullable(text, column))
        whole = (self._call(_ELEMENTS),) if entry.whole or home or column.key.path in self._whole else ()
        return Annotation(_nullable(self._array(text, dimensions), column), (), whole)

    def written(self, column: Column, dimensions: int, checks: Sequence[Condition]) -> Annotation:
        """Return what the column takes."""
        found = parse(column.type)
        home = self._enums.get(found.path)
        limits = Limits(found, self._imports.use, enum=home is not None)
        for check in checks if not found.array else ():
            # Under another collation than the database's own, two texts may be equal that are not the same.
            if column.collation is None or check.length:
                limits.check(check)
        arguments, validators = tuple(limits.arguments()), tuple(map(self._call, limits.calls))
        if found.array and not python_type(found.path).listed:
            return Annotation(_nullable(self._imports.use(TEXT), column))
        key = self._keys.get(column.key.path)
        if key is not None:
            limit = written_limit(column)
            within = (self._imports.use(limit),) if limit else ()
            return Annotation(_nullable(self._home(key), column), arguments, (*within, *validators))
        text = self._home(home) if home else self._imports.use(self._base(found, limits, column))
        if found.array:
            element = self._element(text, arguments, validators)
            even = (self._call(Call(_EVEN, (str(dimensions),))),) if dimensions > 1 else ()
            return Annotation(_nullable(self._array(element, dimensions), column), (), even)
        return Annotation(_nullable(text, column), arguments, validators)

    def _base(self, found: Type, limits: Limits, column: Column) -> Symbol:
        given = python_type(found.path).given
        return given if given and not column.nullable and not found.array else limits.base

    def _element(self, text: str, arguments: Sequence[str], validators: Sequence[str]) -> str:
        field = [f"{self._imports.use(FIELD)}({', '.join(arguments)})"] if arguments else []
        parts = [text, *field, *validators]
        return f"{self._imports.use(ANNOTATED)}[{', '.join(parts)}]" if len(parts) > 1 else text

    def _array(self, element: str, dimensions: int) -> str:
        lists = self._imports.use(_LIST)
        return f"{lists}[" * dimensions + f"{element} | None" + "]" * dimensions

    def _call(self, call: Call) -> str:
        name = self._imports.use(call.symbol)
        return name if call.arguments is None else f"{name}({', '.join(call.arguments)})"

    def enum(self, home: EnumHome) -> str:
        """Return the local name of an enum."""
        return self._home(home)

    def _home(self, home: EnumHome | KeyHome) -> str:
        return home.name if home.module == self._module else self._imports.use(Symbol(f".{home.module}", home.name))


def _nullable(text: str, column: Column) -> str:
    return f"{text} | None" if column.nullable else text
