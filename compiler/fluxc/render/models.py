"""The generated Python package: pydantic models of tables and enums, one module a domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.render.class_names import SUFFIXES
from fluxc.render.environment import write
from fluxc.render.fields import Fields
from fluxc.render.identifiers import RESERVED, attributes
from fluxc.render.imports import Imports, from_import, member_order, module_order
from fluxc.render.model_package import SHARED, package
from fluxc.render.python_text import bracketed
from fluxc.render.python_types import Symbol

if TYPE_CHECKING:
    from jinja2 import Environment

    from fluxc.model.compiled import Compiled
    from fluxc.model.enum import Enum
    from fluxc.model.table import Table
    from fluxc.render.fields import Model
    from fluxc.render.model_package import Package, Part

_BASE: Final = Symbol("pydantic", "BaseModel")
_STR_ENUM: Final = Symbol("enum", "StrEnum")


class EnumText(NamedTuple):
    """An enum as its template takes it; ``members`` are pairs of a name and a value."""

    head: str
    sql: str
    doc: str | None
    members: list[tuple[str, str]]


class ClassText(NamedTuple):
    """A class of fields as its template takes it."""

    head: str
    fields: list[str]


class TableText(NamedTuple):
    """The three classes of a table as their template takes them."""

    sql: str
    doc: str | None
    row: ClassText
    insert: ClassText
    update: ClassText


def render_models(compiled: Compiled, environment: Environment) -> dict[str, str]:
    """Return every file of the package, its path within the package to its text."""
    made = package(compiled)
    circles = made.circles()
    files = {f"{part.module}.py": _module(part, made, circles[part.module], environment) for part in made.parts}
    files["__init__.py"] = _init(made, environment)
    files["_values.py"] = write(environment, "python/values.py.j2", {})
    return dict(sorted(files.items()))


def _module(part: Part, made: Package, circle: set[str], environment: Environment) -> str:
    own_enums = {made.classes[enum.key] for enum in part.enums}
    refused = RESERVED | own_enums
    names = [attributes((column.name for column in columns), refused) for _, columns in part.tables]
    taken = {*made.names(part), *(name for each in names for name in each.values())}
    imports = Imports(taken, {f".{module}" for module in circle})
    fields = Fields(part.module, imports, made.enums)
    enums = [_enum(enum, made, imports) for enum in part.enums]
    models = [fields.models(columns, each) for (_, columns), each in zip(part.tables, names, strict=True)]
    base = imports.use(_BASE) if models else ""
    tables = [
        _table(table, made.classes[table.key], base, each) for (table, _), each in zip(part.tables, models, strict=True)
    ]
    texts = imports.texts()
    context = {"source": part.source, "name": part.module, "doc": _said(part.doc), "enums": enums, "tables": tables}
    return write(environment, "python/domain.py.j2", {**context, "imports": texts.groups, "late_imports": texts.late})


def _enum(enum: Enum, made: Package, imports: Imports) -> EnumText:
    home = made.enums[enum.key.path]
    head = f"class {home.name}({imports.use(_STR_ENUM)}):"
    return EnumText(head, enum.sql, _said(enum.doc), [(home.members[value], value) for value in enum.values])


def _table(table: Table, name: str, base: str, models: list[Model]) -> TableText:
    row, insert, update = (
        ClassText(bracketed(f"class {name}{suffix}(", [base, *model.settings], "):", 0), model.fields)
        for suffix, model in zip(SUFFIXES, models, strict=True)
    )
    return TableText(table.sql, _said(table.doc), row, insert, update)


def _said(doc: str | None) -> str | None:
    return doc if doc and doc.strip() else None


def _init(made: Package, environment: Environment) -> str:
    exports = made.exports()
    names = sorted(exports, key=member_order)
    by_module: dict[str, list[str]] = {}
    for name in names:
        by_module.setdefault(exports[name], []).append(name)
    domains = sorted(part.module for part in made.parts if part.module != SHARED)
    imports = [from_import(f".{module}", by_module[module], 4) for module in sorted(by_module, key=module_order)]
    context = {"imports": imports, "exports": [(name, exports[name]) for name in names], "domains": domains}
    return write(environment, "python/package.py.j2", context)
