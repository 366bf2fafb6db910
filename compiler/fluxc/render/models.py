"""The generated Python package: pydantic models of tables and enums, one module a domain."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.presentation import RESERVED
from fluxc.project.config import ModelSettings
from fluxc.render.class_names import SUFFIXES
from fluxc.render.class_vars import ClassVars
from fluxc.render.conditions import by_column
from fluxc.render.environment import write
from fluxc.render.fields import Fields
from fluxc.render.imports import Imports, from_import, member_order, module_order
from fluxc.render.model_package import SHARED, package
from fluxc.render.naming import naming
from fluxc.render.python_text import bracketed, literal
from fluxc.render.python_types import Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Environment

    from fluxc.model.compiled import Compiled
    from fluxc.model.enum import Enum
    from fluxc.render.fields import Model
    from fluxc.render.model_keys import KeyHome
    from fluxc.render.model_package import Package, Part, TablePart

PLAIN_MODELS: Final = ModelSettings()
_BASE: Final = Symbol("pydantic", "BaseModel")
_NEW_TYPE: Final = Symbol("typing", "NewType")
_STR_ENUM: Final = Symbol("enum", "StrEnum")
_IMPORTED: Final = re.compile(r"\nfrom \._(arrays|checks|geometry|network|numbers|ranges|texts|times) import")


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
    """The three classes of a table as their template takes them; ``names`` are the lines that name it."""

    sql: str
    doc: str | None
    names: list[str]
    row: ClassText
    insert: ClassText
    update: ClassText


class Reuse(NamedTuple):
    """Modules made before: canonical lines by key, what gives a module's text back by name and digest, and the digests.

    ``known`` is filled with the digest of what each module was made from and that of its text.
    """

    lines: Mapping[str, str]
    text: Callable[[str, str], str | None]
    known: dict[str, list[str]]


def render_models(
    compiled: Compiled, environment: Environment, settings: ModelSettings = PLAIN_MODELS, reuse: Reuse | None = None
) -> dict[str, str]:
    """Return every file of the package, its path within the package to its text."""
    made = package(compiled, key_types=settings.key_types)
    circles = made.circles()
    homes = _digest(repr((settings, sorted(made.enums.items()), sorted(made.keys.items())))) if reuse else ""
    files: dict[str, str] = {}
    for part in made.parts:
        name, circle = f"{part.module}.py", circles[part.module]
        key = _made_from(part, made, circle, reuse.lines, homes) if reuse else ""
        text = reuse.text(name, key) if reuse else None
        files[name] = text if text is not None else _module(part, made, circle, environment, settings)
        if reuse and text is None:
            reuse.known[name] = [key, _digest(files[name])]
    files["__init__.py"] = _init(made, environment)
    for name in _foundations(files.values()):
        files[f"_{name}.py"] = write(environment, f"python/{name}.py.j2", {})
    return dict(sorted(files.items()))


def _foundations(texts: Iterable[str]) -> set[str]:
    """Return what the modules import beside each other, and what that rests on: always the values."""
    return {"values"} | {name for text in texts for name in _IMPORTED.findall(text)}


def _made_from(part: Part, made: Package, circle: set[str], lines: Mapping[str, str], homes: str) -> str:
    """Return the digest of everything that a module's text depends on, but for fluxc itself and its templates."""
    said = [part.module, part.source, part.doc or "", homes, *sorted(circle)]
    for enum in part.enums:
        said += [made.classes[enum.key], lines[enum.key.text]]
    for table in part.tables:
        said += [made.classes[table.table.key], *(lines[item.key_text] for item in table.objects)]
        said += [repr(made.shown[item.key]) + item.key_text for item in table.objects if item.key in made.shown]
    return _digest("\n".join(said))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _module(part: Part, made: Package, circle: set[str], environment: Environment, settings: ModelSettings) -> str:
    own_enums = {made.classes[enum.key] for enum in part.enums}
    refused = RESERVED | own_enums
    camel = settings.aliases == "camel"
    names = [naming(table.columns, refused, made.shown, camel=camel) for table in part.tables]
    taken = {*made.names(part), *(name for each in names for name in each.attributes.values())}
    imports = Imports(taken, {f".{module}" for module in circle})
    fields = Fields(part.module, imports, made)
    enums = [_enum(enum, made, imports) for enum in part.enums]
    models = [
        fields.models(table.shown, each, by_column(table.limits))
        for table, each in zip(part.tables, names, strict=True)
    ]
    base = imports.use(_BASE) if models else ""
    names_of = ClassVars(imports, taken)
    tables = [
        _table(table, made.classes[table.table.key], base, each, names_of)
        for table, each in zip(part.tables, models, strict=True)
    ]
    keys = [_key_type(home, imports) for home in made.key_types(part)]
    texts = imports.texts()
    context: dict[str, object] = {"source": part.source, "name": part.module, "doc": _said(part.doc)}
    context |= {"enums": enums, "keys": keys, "tables": tables, "imports": texts.groups, "late_imports": texts.late}
    return write(environment, "python/domain.py.j2", context)


def _key_type(home: KeyHome, imports: Imports) -> str:
    return f"{home.name} = {imports.use(_NEW_TYPE)}({literal(home.name)}, {imports.use(home.base)})"


def _enum(enum: Enum, made: Package, imports: Imports) -> EnumText:
    home = made.enums[enum.key.path]
    head = f"class {home.name}({imports.use(_STR_ENUM)}):"
    return EnumText(head, enum.sql, _said(enum.doc), [(home.members[value], value) for value in enum.values])


def _table(part: TablePart, name: str, base: str, models: list[Model], names_of: ClassVars) -> TableText:
    table = part.table
    row, insert, update = (
        ClassText(bracketed(f"class {name}{suffix}(", [base, *model.settings], "):", 0), model.fields)
        for suffix, model in zip(SUFFIXES, models, strict=True)
    )
    return TableText(table.sql, _said(table.doc), names_of.lines(part), row, insert, update)


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
