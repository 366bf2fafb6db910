"""The fields of the three models of a table, as text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.types import parse
from fluxc.render.model_rules import RULES, Form, Presence, origin
from fluxc.render.python_text import WIDTH, bracketed, literal, opened
from fluxc.render.python_types import PYTHON_TYPES, TEXT, UNSET, Symbol, plain_text, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.model.column import Column
    from fluxc.render.imports import Imports
    from fluxc.render.model_package import EnumHome

_ANNOTATED: Final = Symbol("typing", "Annotated")
_DECIMAL: Final = Symbol("decimal", "Decimal")
_LIST: Final = Symbol("builtins", "list")
_FIELD: Final = Symbol("pydantic", "Field")
_INDENT: Final = 4
_STRICT: Final = 'extra="forbid"'


class Model(NamedTuple):
    """A class: the settings in its head, and a line for each field."""

    settings: tuple[str, ...]
    fields: list[str]


class Shape(NamedTuple):
    """What columns of one type, nullability and default have in common; ``text`` is both, as it follows the name."""

    annotation: str
    default: str
    text: str


class Fields:
    """Writes the fields of one module's tables, each type and default once."""

    def __init__(self, module: str, imports: Imports, enums: Mapping[tuple[str, ...], EnumHome]) -> None:
        self._module = module
        self._imports = imports
        self._enums = enums
        self._shapes: dict[tuple[object, ...], list[tuple[Form, Shape]]] = {}

    def models(self, columns: Iterable[Column], names: Mapping[str, str]) -> list[Model]:
        """Return the models of a table, one for each `Form`; ``names`` are the attributes by column."""
        lines: tuple[list[str], ...] = tuple([] for _ in Form)
        for column in columns:
            name = names[column.name]
            metadata = _metadata(column, name) if column.doc or name != column.name else None
            for form, shape in self._shaped(column):
                lines[form].append(self._annotated(name, shape, metadata) if metadata else name + shape.text)
        settings = _settings(names)
        return [Model(settings if form is Form.ROW else (_STRICT, *settings), lines[form]) for form in Form]

    def _shaped(self, column: Column) -> list[tuple[Form, Shape]]:
        key = (column.type, column.nullable, column.default, column.identity, column.serial, column.generated)
        found = self._shapes.get(key)
        if found is None:
            value = self._value(column)
            rule = RULES[origin(column, plain=value is not None)]
            shapes = ((form, self._shape(column, form, rule[form], value)) for form in Form)
            found = self._shapes[key] = [(form, shape) for form, shape in shapes if shape is not None]
        return found

    def _shape(self, column: Column, form: Form, presence: Presence, value: str | None) -> Shape | None:
        if presence is Presence.ABSENT:
            return None
        annotation = self._annotation(column, written=form is not Form.ROW)
        default = self._default(presence, value)
        tail = f" = {default}" if default else ""
        return Shape(annotation, tail, f": {annotation}{tail}")

    def _annotated(self, name: str, shape: Shape, metadata: list[str]) -> str:
        head, field = f"{name}: {self._imports.use(_ANNOTATED)}[", f"{self._imports.use(_FIELD)}("
        line = f"{head}{shape.annotation}, {field}{', '.join(metadata)})]{shape.default}"
        if _INDENT + len(line) <= WIDTH:
            return line
        inner = bracketed(field, metadata, ")", 2 * _INDENT, WIDTH - 1)
        return opened(head, [shape.annotation, inner], f"]{shape.default}", _INDENT)

    def _annotation(self, column: Column, *, written: bool) -> str:
        found = parse(column.type)
        home = self._enums.get(found.path)
        if home is not None:
            text = self._enum(home)
        else:
            known = PYTHON_TYPES.get(found.path[-1], TEXT)
            strict = written and not column.nullable and not found.array
            text = self._imports.use(known.written if strict else known.read)
        if found.array:
            text = f"{self._imports.use(_LIST)}[{text}]"
        return f"{text} | None" if column.nullable else text

    def _enum(self, home: EnumHome) -> str:
        return home.name if home.module == self._module else self._imports.use(Symbol(f".{home.module}", home.name))

    def _value(self, column: Column) -> str | None:
        """Return the default as a Python expression where it is a plain value."""
        if column.default is None:
            return None
        found = parse(column.type)
        if found.array:
            return None
        home = self._enums.get(found.path)
        if home is not None:
            text = plain_text(column.default)
            member = home.members.get(text) if text is not None else None
            return f"{self._enum(home)}.{member}" if member else None
        return self._python(plain_value(column.default, found.path[0]))

    def _python(self, value: object) -> str | None:
        if isinstance(value, Decimal):
            text = str(value)
            return f"{self._imports.use(_DECIMAL)}({text if text.lstrip('-').isdigit() else literal(text)})"
        return literal(value) if isinstance(value, str) else None if value is None else repr(value)

    def _default(self, presence: Presence, value: str | None) -> str:
        if presence is Presence.VALUE and value is not None:
            return value
        if presence is Presence.UNSET:
            return self._imports.use(UNSET)
        return "None" if presence is Presence.NONE else ""


def _metadata(column: Column, name: str) -> list[str]:
    alias = [f"alias={literal(column.name)}"] if name != column.name else []
    doc = column.doc.strip() if column.doc else ""
    return [*alias, f"description={literal(doc)}"] if doc else alias


def _settings(names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the settings of a model with these attributes by column."""
    aliased = any(column != name for column, name in names.items())
    found = ("validate_by_name=True", "serialize_by_alias=True") if aliased else ()
    # pydantic keeps a part of the names that begin with model_ for itself, by convention only
    return (*found, "protected_namespaces=()") if any(name.startswith("model_") for name in names.values()) else found
