"""Expressions in the server's words, read back by the server until they no longer change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, LiteralString, cast

from fluxc.inspect.constraint import without_flags
from fluxc.inspect.index import without_head
from fluxc.inspect.trigger import condition_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg
    from psycopg import sql

    from fluxc.inspect.catalogue import Table, Value

# Each round of the server moves casts inwards; two are enough for all known texts.
_ROUNDS = 5
_NAME = "fluxc_reread"

_READ_CONSTRAINT = """
select pg_get_constraintdef(entry.oid)
from pg_constraint as entry join pg_class as class on class.oid = entry.conrelid
where class.relnamespace = pg_my_temp_schema() and class.relname = %s and entry.conname = %s
"""
_READ_COLUMN = """
select pg_get_expr(value.adbin, value.adrelid)
from pg_attrdef as value
join pg_class as class on class.oid = value.adrelid
join pg_attribute as attribute on attribute.attrelid = value.adrelid and attribute.attnum = value.adnum
where class.relnamespace = pg_my_temp_schema() and class.relname = %s and attribute.attname = %s
"""
_READ_INDEX = """
select pg_get_indexdef(class.oid), quote_ident(namespace.nspname) || '.' || quote_ident(owner.relname)
from pg_index as entry
join pg_class as class on class.oid = entry.indexrelid
join pg_class as owner on owner.oid = entry.indrelid
join pg_namespace as namespace on namespace.oid = owner.relnamespace
where owner.relnamespace = pg_my_temp_schema() and owner.relname = %s and class.relname = %s
"""

_READ_VIEW = """
select pg_get_viewdef(class.oid)
from pg_class as class
where class.relnamespace = pg_my_temp_schema() and class.relname = %s and class.relname <> %s
"""
_READ_DOMAIN_CHECK = """
select pg_get_constraintdef(entry.oid)
from pg_constraint as entry join pg_type as type on type.oid = entry.contypid
where type.typnamespace = pg_my_temp_schema() and type.typname = %s and entry.conname = %s
"""
_READ_DOMAIN_DEFAULT = """
select pg_get_expr(type.typdefaultbin, 0)
from pg_type as type
where type.typnamespace = pg_my_temp_schema() and type.typname = %s and %s <> ''
"""

_READ_CONDITION = """
select pg_get_expr(policy.polqual, policy.polrelid)
from pg_policy as policy join pg_class as class on class.oid = policy.polrelid
where class.relnamespace = pg_my_temp_schema() and class.relname = %s and policy.polname = %s
"""
_READ_TRIGGER = """
select pg_get_triggerdef(entry.oid)
from pg_trigger as entry join pg_class as class on class.oid = entry.tgrelid
where class.relnamespace = pg_my_temp_schema() and class.relname = %s and entry.tgname = %s
"""

_READ: dict[str, LiteralString] = {
    "domain check": _READ_DOMAIN_CHECK,
    "domain default": _READ_DOMAIN_DEFAULT,
    "condition": _READ_CONDITION,
    "trigger": _READ_TRIGGER,
    "constraint": _READ_CONSTRAINT,
    "default": _READ_COLUMN,
    "generated": _READ_COLUMN,
    "index": _READ_INDEX,
    "view": _READ_VIEW,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """The text of one attribute together with what the server must know to read it.

    ``role`` is constraint, index, default, generated or view, the condition on the rows of a table or of a trigger, or
    the check or the default of a domain type; ``column`` is the type that a default or generated expression is for;
    ``tail`` says how a generated column is kept.
    """

    role: str
    table: Table
    text: str
    column: str = ""
    tail: str = ""
    unique: bool = False

    @classmethod
    def of(cls, kind: str, attribute: str, attributes: Mapping[str, Value], table: Table) -> Expression | None:
        """Return the expression in an attribute of an object, or None if the attribute holds none."""
        text = str(attributes.get(attribute, ""))
        match kind.removeprefix("inherited "), attribute:
            case _ if not text:
                return None
            case "constraint", "definition":
                # Keys hold no expression, and trying a foreign key would lock the table that it refers to.
                written = attributes["type"] in {"check", "exclusion"}
                return cls("constraint", table, text) if written else None
            case "index", "definition":
                return cls("index", table, text, unique=bool(attributes["unique"]))
            case ("policy", "using" | "check") | ("published table", "condition"):
                return cls("condition", table, text)
            case "trigger", "condition":
                return cls("trigger", table, text)
            case "view" | "materialized view", "definition":
                return cls("view", table, text)
            case "column", "default" | "generated":
                tail = str(attributes.get("generation", ""))
                return cls(attribute, table, text, column=str(attributes["type"]), tail=tail)
            case "domain type", _ if attribute == "default" or attribute.startswith("check "):
                role = "domain default" if attribute == "default" else "domain check"
                return cls(role, ("", _NAME), text, column=str(attributes["type"]))
            case _:
                return None


class FixedPoints:
    """Asks one server, inside the transaction that ``connection`` is in, for the fixed points of expressions."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._known: dict[Expression, str | None] = {}

    def of(self, expression: Expression) -> str:
        """Return the text that the server no longer changes, or the text as it is where the server cannot read it."""
        for _ in range(_ROUNDS):
            if expression not in self._known:
                self._known[expression] = _reread(self._connection, expression)
            again = self._known[expression]
            if again is None or again == expression.text:
                break
            expression = replace(expression, text=again)
        return expression.text


def _reread(connection: psycopg.Connection[Any], expression: Expression) -> str | None:
    """Return the expression as the server writes it after reading it once; None if it cannot."""
    import psycopg

    try:
        with connection.transaction(force_rollback=True):
            for statement in _statements(expression):
                # A binary result asks for the extended protocol, in which a text can never be two statements.
                connection.execute(statement, binary=True, prepare=False)
            return _read_back(connection, expression)
    except psycopg.Error:
        if connection.broken:
            raise
        return None


def _statements(expression: Expression) -> list[sql.Composed]:
    from psycopg import sql

    # The same name as the real table, for references to whole rows.
    temporary, name = sql.Identifier(expression.table[1]), sql.Identifier(_NAME)
    text, column = _written(expression.text), _written(expression.column)
    if expression.role == "view":
        return [sql.SQL("create temporary view {} as {}").format(sql.Identifier(f"{_NAME}_view"), text)]
    if expression.role.startswith("domain "):
        made = sql.SQL("create domain pg_temp.{} as {} ").format(name, column)
        check = sql.SQL("constraint {} {}").format(name, text)
        return [made + (check if expression.role == "domain check" else sql.SQL("default {}").format(text))]
    like = sql.SQL("create temporary table {} (like {}").format(temporary, sql.Identifier(*expression.table))
    match expression.role:
        case "constraint":
            return [sql.SQL("{}, constraint {} {})").format(like, name, text)]
        case "condition":
            policy = sql.SQL("create policy {} on pg_temp.{} using ({})").format(name, temporary, text)
            return [sql.SQL("{})").format(like), policy]
        case "trigger":
            trigger = sql.SQL(
                "create trigger {} after update on pg_temp.{} for each row when ({}) execute function {}()"
            )
            function = sql.Identifier("pg_catalog", "suppress_redundant_updates_trigger")
            return [sql.SQL("{})").format(like), trigger.format(name, temporary, text, function)]
        case "default":
            return [sql.SQL("{}, {} {} default ({}))").format(like, name, column, text)]
        case "generated":
            tail = _written(expression.tail)
            return [sql.SQL("{}, {} {} generated always as ({}) {})").format(like, name, column, text, tail)]
        case _:
            unique = sql.SQL("unique " if expression.unique else "")
            index = sql.SQL("create {}index {} on pg_temp.{} {}").format(unique, name, temporary, text)
            return [sql.SQL("{})").format(like), index]


def _read_back(connection: psycopg.Connection[Any], expression: Expression) -> str | None:
    query = _READ[expression.role]
    relation = f"{_NAME}_view" if expression.role == "view" else expression.table[1]
    row = connection.execute(query, [relation, _NAME], prepare=False).fetchone()
    if row is None:
        return None
    if expression.role == "constraint":
        return without_flags(row[0])
    if expression.role == "trigger":
        return condition_of(row[0])
    if expression.role == "index":
        return without_head(row[0], index=_NAME, table=row[1], unique=expression.unique)
    text: str = row[0]
    return text


def _written(text: str) -> sql.SQL:
    """Mark text that a server wrote as SQL; it runs in the extended protocol and is rolled back."""
    from psycopg import sql

    return sql.SQL(cast("Any", text))
