"""The fields of the three models of a table, as text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.types import parse
from fluxc.render.annotations import ANNOTATED, FIELD, Annotations
from fluxc.render.model_rules import RULES, Form, Presence, origin
from fluxc.render.python_text import WIDTH, bracketed, literal, opened
from fluxc.render.python_types import UNSET, Symbol, plain_text, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.model.column import Column
    from fluxc.render.annotations import Annotation
    from fluxc.render.conditions import Condition
    from fluxc.render.imports import Imports
    from fluxc.render.model_package import EnumHome

_DECIMAL: Final = Symbol("decimal", "Decimal")
_INDENT: Final = 4
_STRICT: Final = 'extra="forbid"'
_AS_IT_IS: Final = "  # fmt: skip"


class Model(NamedTuple):
    """A class: the settings in its head, and a line for each field."""

    settings: tuple[str, ...]
    fields: list[str]


class Shape(NamedTuple):
    """What columns of one type, nullability and default have in common; ``text`` follows the name where it suffices."""

    annotation: Annotation
    default: str
    text: str


class Fields:
    """Writes the fields of one module's tables, each type and default once."""

    def __init__(self, module: str, imports: Imports, enums: Mapping[tuple[str, ...], EnumHome]) -> None:
        self._imports = imports
        self._enums = enums
        self._annotations = Annotations(module, imports, enums)
        self._shapes: dict[tuple[object, ...], list[tuple[Form, Shape]]] = {}

    def models(
        self, columns: Iterable[Column], names: Mapping[str, str], checks: Mapping[str, Sequence[Condition]]
    ) -> list[Model]:
        """Return the models of a table, one for each `Form`; ``names`` and ``checks`` go by column."""
        lines: tuple[list[str], ...] = tuple([] for _ in Form)
        for column in columns:
            name = names[column.name]
            metadata = _metadata(column, name) if column.doc or name != column.name else []
            for form, shape in self._shaped(column, tuple(checks.get(column.name, ()))):
                quick = shape.text and not metadata and len(name) + len(shape.text) <= WIDTH - _INDENT
                lines[form].append(name + shape.text if quick else self._annotated(name, shape, metadata))
        settings = _settings(names)
        return [Model(settings if form is Form.ROW else (_STRICT, *settings), lines[form]) for form in Form]

    def _shaped(self, column: Column, checks: tuple[Condition, ...]) -> list[tuple[Form, Shape]]:
        origins = (column.default, column.identity, column.serial, column.generated)
        key = (column.type, column.nullable, column.collation, origins, checks)
        found = self._shapes.get(key)
        if found is None:
            value = self._value(column)
            rule = RULES[origin(column, plain=value is not None)]
            shapes = ((form, self._shape(column, form, rule[form], value, checks)) for form in Form)
            found = self._shapes[key] = [(form, shape) for form, shape in shapes if shape is not None]
        return found

    def _shape(
        self, column: Column, form: Form, presence: Presence, value: str | None, checks: Sequence[Condition]
    ) -> Shape | None:
        if presence is Presence.ABSENT:
            return None
        write = self._annotations
        annotation = write.read(column) if form is Form.ROW else write.written(column, checks)
        default = self._default(presence, value)
        tail = f" = {default}" if default else ""
        plain = not annotation.arguments and not annotation.validators
        return Shape(annotation, tail, f": {annotation.text}{tail}" if plain else "")

    def _annotated(self, name: str, shape: Shape, metadata: list[str]) -> str:
        annotation, default = shape.annotation, shape.default
        arguments = [*annotation.arguments, *metadata]
        if not arguments and not annotation.validators:
            return f"{name}: {annotation.text}{default}{_AS_IT_IS}"
        head = f"{name}: {self._imports.use(ANNOTATED)}["
        call = f"{self._imports.use(FIELD)}(" if arguments else ""
        field = [f"{call}{', '.join(arguments)})"] if arguments else []
        line = f"{head}{', '.join([annotation.text, *field, *annotation.validators])}]{default}"
        if _INDENT + len(line) <= WIDTH:
            return line
        field = [bracketed(call, arguments, ")", 2 * _INDENT, WIDTH - 1)] if arguments else []
        text = opened(head, [annotation.text, *field, *annotation.validators], f"]{default}", _INDENT)
        alone = max(map(len, (annotation.text, *annotation.validators)))
        return text if 2 * _INDENT + alone < WIDTH else text + _AS_IT_IS

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
            return f"{self._annotations.enum(home)}.{member}" if member else None
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
