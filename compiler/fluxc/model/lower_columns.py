"""Column drafts into columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import names, types
from fluxc.model.column import Column
from fluxc.model.column_declaration import IdentityDeclaration, MadeOfDeclaration, SerialDeclaration
from fluxc.model.compiled import MadeOf
from fluxc.model.literal import LiteralError, literal
from fluxc.model.lower_expressions import without_columns
from fluxc.model.lower_options import lower_options
from fluxc.model.lower_privileges import lower_privileges, lower_sequence_privileges
from fluxc.model.possible import impossible
from fluxc.model.sequence_names import drawing
from fluxc.model.type_table import INTEGERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import Key


def lower_columns(low: Lowering, draft: TableDraft, in_key: Collection[str]) -> None:
    """Take in the columns of a table; those named in ``in_key`` are part of its primary key."""
    diagnostics = low.findings.diagnostics
    for column in draft.columns.values():
        if column.home is not None:
            continue  # it is the parent's
        known = low.plain.get((draft.domain, column.plain)) if column.plain else None
        if known is not None and not (known.nullable and column.name in in_key):
            low.add(known.at(*draft.path, column.name), column.place)
            continue
        found = column_type(low, draft, column)
        if found is None:
            continue
        before = len(diagnostics)
        item = _lower(low, draft, column, found, in_key=column.name in in_key)
        if column.plain and len(diagnostics) == before:
            low.plain[draft.domain, column.plain] = item.shared()


def serial_name(draft: TableDraft, column: ColumnDraft) -> str:
    """Return the name of the sequence of a column that says something of it."""
    said = column.long.serial if column.long else None
    given = said.name if isinstance(said, SerialDeclaration) else said if isinstance(said, str) else None
    return given if given is not None else names.sequence_name(draft.path[-1], column.name)


def _lower(low: Lowering, draft: TableDraft, column: ColumnDraft, found: types.Type, *, in_key: bool) -> Column:
    spec, long = column.spec, column.long
    default = _default(low, draft, column, found)
    _check_sequence(low, column, found, has_default=default is not None, in_key=in_key)
    options: dict[str, Any] = lower_options(low, draft, column, found) if long else {}
    says_sequence = long is not None and bool(long.serial)
    if says_sequence:
        default = drawing(names.qualified(*draft.path[:-1], serial_name(draft, column)))
    item = Column(
        place=draft.path,
        name=column.name,
        doc=long.doc if long else None,
        type=found.text,
        nullable=spec.nullable,
        default=default,
        identity=spec.identity,
        serial=found.serial and not says_sequence,
        **options,
    )
    made_of = long.was if long and isinstance(long.was, MadeOfDeclaration) else None
    low.add(item, column.place, long.was if long and not isinstance(long.was, MadeOfDeclaration) else None)
    if made_of is not None:
        _made(low, draft, item.key, made_of, column.place / "was")
    if long is not None:
        if long.grants is not None:
            lower_privileges(low, item, None, long.grants, column.place)
        if isinstance(long.identity, IdentityDeclaration) and long.identity.grants is not None:
            lower_sequence_privileges(low, item, long.identity.grants, column.place / "identity")
        _intent(low, draft, item.key, long.using, column.place / "using", low.using)
        _intent(low, draft, item.key, long.backfill, column.place / "backfill", low.backfill)
    return item


def _check_sequence(low: Lowering, column: ColumnDraft, found: types.Type, *, has_default: bool, in_key: bool) -> None:
    spec = column.spec
    serial = found.serial or (column.long is not None and bool(column.long.serial))
    sequence = spec.identity is not None or serial
    if spec.nullable and (in_key or sequence):
        why = "is in the primary key" if in_key else "draws from a sequence"
        low.findings.add(
            "bad-column", f"column {column.name} {why} and cannot be nullable", column.place, "leave the `?` out"
        )
    if sequence and (found.text not in INTEGERS or (spec.identity and serial)):
        shown = "a serial" if serial and spec.identity else found.text
        what = "an identity" if spec.identity else "a serial"
        message = f"{what} column counts in plain integers, {column.name} is {shown}"
        low.findings.add("bad-column", message, column.place, "make its type smallint, integer or bigint")
    elif sequence and has_default:
        message = f"column {column.name} draws from a sequence and has a default as well"
        low.findings.add("bad-column", message, column.place, "leave one of them out")


def _made(low: Lowering, draft: TableDraft, key: Key, said: MadeOfDeclaration, place: Place) -> None:
    """Note what a column is made of; what is still there needs not be told."""
    expression = low.sql(said.made_of, draft.domain, place / "made_of")
    back: list[tuple[str, str]] = []
    for name, text in said.back.items():
        where = place / "back" / name
        if name in draft.columns:
            message = f"column {name} is there, so that nothing has to tell it"
            low.findings.add("bad-column", message, where, "leave it out of `back`", key=True)
        elif (sql := low.sql(text, draft.domain, where)) is not None:
            back.append((name, sql))
    if expression is not None:
        low.made[key] = MadeOf(expression, tuple(back))


def _intent(low: Lowering, draft: TableDraft, key: Key, text: str | None, place: Place, into: dict[Key, str]) -> None:
    sql = low.sql(text, draft.domain, place) if text is not None else None
    if sql is not None:
        into[key] = sql


def _default(low: Lowering, draft: TableDraft, column: ColumnDraft, found: types.Type) -> str | None:
    """Return the default of a column; record one that is certainly no value of its type."""
    text = _said_default(low, draft, column, found)
    base = low.scope.base(found)
    if text is not None and (reason := impossible(text, base, low.scope.labels(base.path))):
        long = column.long
        key = "" if long is None else "default" if long.default is not None else "default_sql"
        low.findings.add("bad-default", reason[0], column.place / key if key else column.place, reason[1])
        return None
    return text


def _said_default(low: Lowering, draft: TableDraft, column: ColumnDraft, found: types.Type) -> str | None:
    long = column.long
    if long is not None and long.default is not None:
        place = column.place / "default"
        try:
            return literal(long.default, low.scope.base(found))
        except LiteralError as problem:
            low.findings.add("bad-default", str(problem), place, problem.help)
            return None
    if column.spec.default_sql is None:
        return None
    place = column.place / "default_sql" if long else column.place
    return without_columns(low, draft, column.spec.default_sql, place)


def column_type(low: Lowering, draft: TableDraft, column: ColumnDraft) -> types.Type | None:
    """Return the type of a column, followed through references; record why there is none."""
    where = (draft.path, column.name)
    if column.home is not None:
        return column_type(low, column.home, column.home.columns[column.name])
    if where not in low.types:
        low.types[where] = None  # what a circle of references finds on its way round
        low.types[where] = _own_type(low, draft, column) if column.spec.type else _target_type(low, draft, column)
    return low.types[where]


def _own_type(low: Lowering, draft: TableDraft, column: ColumnDraft) -> types.Type | None:
    assert column.spec.type is not None
    return low.scope.type(column.spec.type, draft.domain, column.place / "type" if column.long else column.place)


def _target_type(low: Lowering, draft: TableDraft, column: ColumnDraft) -> types.Type | None:
    assert column.spec.reference is not None
    found = low.scope.target(column.spec.reference.target, draft.domain, column.place)
    if found is None:
        return None
    target, names = found
    name = names[0] if len(names) == 1 else target.single_key()
    if name is None:
        message = f"the primary key of {target.path[-1]} is not one column"
        help_text = f"write `-> {target.path[-1]}(column)`, or a foreign key of several columns under `foreign_keys`"
        low.findings.add("no-unique-target", message, column.place, help_text)
        return None
    end = target.columns[name]
    inner = column_type(low, target, end)
    if inner is None:
        if end.spec.type is None and _circular(low, draft, column):
            message = f"the references of {column.name} lead round in a circle, so none of them has a type"
            low.findings.add("reference-circle", message, column.place, "give one column in the long form a `type`")
        return None
    return types.Type(inner.path, inner.modifiers, inner.array)


def _circular(low: Lowering, draft: TableDraft, column: ColumnDraft) -> bool:
    seen: set[tuple[tuple[str, str], str]] = set()
    while column.spec.type is None and column.spec.reference is not None:
        if (draft.path, column.name) in seen:
            return True
        seen.add((draft.path, column.name))
        found = low.scope.target(column.spec.reference.target, draft.domain, column.place)
        if found is None:
            return False
        draft, names = found
        name = names[0] if names else draft.single_key()
        if name is None:
            return False
        column = draft.columns[name]
    return False
