"""The fields of the three models of a table, as text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.presentation import PLAIN
from fluxc.model.types import parse
from fluxc.render.annotations import ANNOTATED, FIELD, Annotations
from fluxc.render.model_rules import RULES, Form, Presence, origin
from fluxc.render.python_text import WIDTH, bracketed, literal, opened
from fluxc.render.python_types import UNSET, Symbol, plain_text, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.model.column import Column
    from fluxc.model.presentation import Presentation
    from fluxc.render.annotations import Annotation
    from fluxc.render.conditions import Condition
    from fluxc.render.imports import Imports
    from fluxc.render.model_package import Package
    from fluxc.render.naming import Naming

_DECIMAL: Final = Symbol("decimal", "Decimal")
_INDENT: Final = 4
_STRICT: Final = 'extra="forbid"'
_HIDDEN: Final = ("hide_input_in_errors=True",)
_AS_IT_IS: Final = "  # fmt: skip"


class Model(NamedTuple):
    """A class: the settings in its head, and a line for each field."""

    settings: tuple[str, ...]
    fields: list[str]


class Shape(NamedTuple):
    """What columns of one type, nullability and default have in common; ``text`` is all of it, as it follows a name."""

    annotation: Annotation
    default: str
    text: str


class Fields:
    """Writes the fields of one module's tables, each type and default once."""

    def __init__(self, module: str, imports: Imports, made: Package) -> None:
        self._imports = imports
        self._made = made
        self._annotations = Annotations(module, imports, made)
        self._shapes: dict[tuple[object, ...], list[tuple[Form, Shape]]] = {}

    def models(
        self, columns: Iterable[Column], names: Naming, checks: Mapping[str, Sequence[Condition]]
    ) -> list[Model]:
        """Return the models of a table, one for each `Form`; ``checks`` go by column."""
        lines: tuple[list[str], ...] = tuple([] for _ in Form)
        hidden = False
        everything, plain = self._made.shown, not names.outside
        for column in columns:
            name = names.attributes[column.name]
            shown = everything.get(column.key, PLAIN) if everything else PLAIN
            hidden = hidden or shown.sensitive
            metadata = [] if plain and name == column.name else names.arguments(column.name, self._imports)
            if column.doc or shown.sensitive:
                metadata += _metadata(column, shown)
            for form, shape in self._shaped(column, shown, tuple(checks.get(column.name, ()))):
                quick = not metadata and len(name) + len(shape.text) <= WIDTH - _INDENT
                lines[form].append(name + shape.text if quick else self._annotated(name, shape, metadata))
        settings = (*names.settings(self._imports), *(_HIDDEN if hidden else ()))
        return [Model(settings if form is Form.ROW else (_STRICT, *settings), lines[form]) for form in Form]

    def _shaped(self, column: Column, shown: Presentation, checks: tuple[Condition, ...]) -> list[tuple[Form, Shape]]:
        origins = (column.default, column.identity, column.serial, column.generated)
        path = column.key.path
        special = (shown.type, shown.dimensions, checks, self._made.keys.get(path), path in self._made.whole)
        key = (column.type, column.nullable, column.collation, origins, special)
        found = self._shapes.get(key)
        if found is None:
            value = self._value(column) if shown.type is None else None
            rule = RULES[origin(column, plain=value is not None)]
            found = self._shapes[key] = [
                (form, self._shape(self._annotation(column, form, shown, checks), rule[form], value))
                for form in Form
                if rule[form] is not Presence.ABSENT
            ]
        return found

    def _annotation(self, column: Column, form: Form, shown: Presentation, checks: Sequence[Condition]) -> Annotation:
        if shown.type is not None:
            return self._annotations.said(column, shown.type)
        if form is Form.ROW:
            return self._annotations.read(column, shown.dimensions)
        return self._annotations.written(column, shown.dimensions, checks)

    def _shape(self, annotation: Annotation, presence: Presence, value: str | None) -> Shape:
        default = self._default(presence, value)
        tail = f" = {default}" if default else ""
        return Shape(annotation, tail, f": {self._on_one_line(annotation, annotation.arguments)}{tail}")

    def _on_one_line(self, annotation: Annotation, arguments: Sequence[str]) -> str:
        if not arguments and not annotation.validators:
            return annotation.text
        field = [f"{self._imports.use(FIELD)}({', '.join(arguments)})"] if arguments else []
        parts = [annotation.text, *field, *annotation.validators]
        return f"{self._imports.use(ANNOTATED)}[{', '.join(parts)}]"

    def _annotated(self, name: str, shape: Shape, metadata: list[str]) -> str:
        annotation, default = shape.annotation, shape.default
        arguments = [*annotation.arguments, *metadata]
        line = f"{name}: {self._on_one_line(annotation, arguments)}{default}"
        if _INDENT + len(line) <= WIDTH:
            return line
        if not arguments and not annotation.validators:
            return line + _AS_IT_IS
        head = f"{name}: {self._imports.use(ANNOTATED)}["
        call = f"{self._imports.use(FIELD)}(" if arguments else ""
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
        home = self._made.enums.get(found.path)
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


def _metadata(column: Column, shown: Presentation) -> list[str]:
    hidden = ["repr=False"] if shown.sensitive else []
    doc = column.doc.strip() if column.doc else ""
    return [*hidden, f"description={literal(doc)}"] if doc else hidden
