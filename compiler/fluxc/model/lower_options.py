"""What the long form of a column says beside its type: generation, counting, and how values are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression
from fluxc.model.column_declaration import GeneratedDeclaration, IdentityDeclaration
from fluxc.model.lower_expressions import over_columns
from fluxc.model.names import qualified
from fluxc.model.parameters import parameters
from fluxc.model.sequence import SequenceOptions
from fluxc.model.type_table import BY_NAME

if TYPE_CHECKING:
    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.index import Parameters
    from fluxc.model.lowering import Lowering
    from fluxc.model.types import Type


def lower_options(low: Lowering, draft: TableDraft, column: ColumnDraft, found: Type) -> dict[str, Any]:
    """Return the attributes of a column that only its long form can say; record what is wrong with them."""
    long = column.long
    assert long is not None
    return {
        **_generated(low, draft, column),
        **_counting(low, column),
        "collation": column_collation(low, draft.domain, long.collation, found, column.place / "collation"),
        **_stored(low, column, found),
        "statistics": long.statistics,
        "options": _options(low, column),
    }


def _options(low: Lowering, column: ColumnDraft) -> Parameters:
    said: dict[str, str | float] = dict(column.long.options.items()) if column.long else {}
    return tuple(sorted(parameters(low.findings, said, column.place / "options")))


def _generated(low: Lowering, draft: TableDraft, column: ColumnDraft) -> dict[str, Any]:
    said = column.long.generated if column.long else None
    if said is None:
        return {}
    place = column.place / "generated"
    virtual = isinstance(said, GeneratedDeclaration) and said.virtual
    if virtual:
        low.findings.needs(18, "a virtual generated column", place)
    if column.spec.default_sql is not None or column.spec.identity or (column.long and column.long.default is not None):
        message = f"column {column.name} is generated and has a default or an identity as well"
        low.findings.add("bad-column", message, place, "leave one of them out", key=True)
        return {}
    text = said.expression if isinstance(said, GeneratedDeclaration) else said
    sql = over_columns(low, draft, text, place / "expression" if isinstance(said, GeneratedDeclaration) else place)
    if sql is None or not _sees_plain_columns(low, draft, column, sql, place):
        return {}
    return {"generated": sql, "virtual": virtual}


def _sees_plain_columns(low: Lowering, draft: TableDraft, column: ColumnDraft, sql: str, place: Place) -> bool:
    for name in sorted(expression.identifiers(sql)):
        other = draft.columns.get(name)
        if other is not None and other.long is not None and other.long.generated is not None:
            seen = "itself" if name == column.name else f"{name}, which is generated too"
            message = f"generated column {column.name} refers to {seen}"
            low.findings.add("bad-column", message, place, "write it over columns that are not generated")
            return False
    return True


def _counting(low: Lowering, column: ColumnDraft) -> dict[str, Any]:
    said = column.long.identity if column.long else None
    if not isinstance(said, IdentityDeclaration):
        return {}
    place = column.place / "identity"
    if said.name is not None and not low.findings.name(said.name, "sequence", place / "name"):
        return {}
    return {"counting": counting(low, said, place), "sequence_name": said.name}


def counting(low: Lowering, said: SequenceOptions, place: Place) -> SequenceOptions | None:
    """Return how a sequence counts, None where nothing is said; record what cannot be."""
    options = SequenceOptions.model_construct(**{name: getattr(said, name) for name in SequenceOptions.model_fields})
    if options.increment == 0:
        low.findings.add("bad-value", "a sequence cannot count in steps of 0", place, "give another `increment`")
    lowest, highest = options.minimum, options.maximum
    if lowest is not None and highest is not None and lowest >= highest:
        message = f"the minimum {lowest} of the sequence is not below its maximum {highest}"
        low.findings.add("bad-value", message, place, "make the minimum smaller")
    elif options.start is not None and not _between(lowest, options.start, highest):
        message = f"the sequence starts with {options.start}, which it cannot reach"
        low.findings.add("bad-value", message, place, "let it start between its minimum and its maximum")
    return options if options != SequenceOptions() else None


def _between(lowest: int | None, value: int, highest: int | None) -> bool:
    return (lowest is None or lowest <= value) and (highest is None or value <= highest)


def column_collation(low: Lowering, domain: str, text: str | None, found: Type | None, place: Place) -> str | None:
    """Return the SQL of a collation for a type; record a name that is none, and a type that has no order of text."""
    if text is None:
        return None
    found = low.scope.base(found) if found is not None else None
    builtin = BY_NAME.get(found.path[0]) if found is not None and len(found.path) == 1 else None
    if builtin is not None and not builtin.collatable:
        message = f"values of type {found.text if found else ''} have no collation"
        low.findings.add("bad-column", message, place, "leave the collation out", key=True)
        return None
    try:
        collation = named_collation(low, domain, text)
    except ValueError:
        low.findings.add("bad-name", f"`{text[:70]}` names no collation", place, "write its name, such as `C`")
        return None
    low.known_to_target(f"collate {collation}", place)
    return collation


def named_collation(low: Lowering, domain: str, text: str) -> str:
    """Return the SQL of the collation that a text means in a domain; raises ValueError for quotes that name nothing."""
    from fluxc.model.collation import collation_path  # few columns name one

    path = collation_path(text)
    head, _, name = path[0].partition(".") if len(path) == 1 else ("", "", "")
    known = low.scope.collations
    if known and name and name in known.get(head, {}):
        path = (head, name)
    return qualified(*low.scope.collation(path, domain))


def _stored(low: Lowering, column: ColumnDraft, found: Type) -> dict[str, Any]:
    long = column.long
    assert long is not None
    found = low.scope.base(found)
    builtin = BY_NAME.get(found.path[0]) if len(found.path) == 1 and not found.array else None
    plain = builtin is not None and builtin.storage == "plain"
    for key, value in (("storage", long.storage), ("compression", long.compression)):
        if plain and value not in {None, "plain"}:
            message = f"values of type {found.text} are short, and always stored as they are"
            low.findings.add("bad-column", message, column.place / key, f"leave `{key}` out", key=True)
    usual = builtin.storage if builtin is not None else "extended" if found.array else None
    return {"storage": None if long.storage == usual else long.storage, "compression": long.compression}
