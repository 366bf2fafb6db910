"""The generated package: its text, and how its models behave."""

from __future__ import annotations

import copy
import pickle
import sys
from datetime import UTC, datetime
from decimal import Decimal
from ipaddress import IPv4Interface
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from pydantic import BaseModel, ValidationError

from fluxc.model.type_table import BUILTINS
from fluxc.render.python_types import PYTHON_TYPES

if TYPE_CHECKING:
    from .conftest import Load, Schema


@pytest.fixture
def users(schema: Schema) -> Schema:
    """Return a schema with a column for every rule."""
    schema.docs["identity"] = "People and roles."
    schema.enum("identity", "user_status", "invited", "active")
    columns: dict[str, str | dict[str, Any]] = {
        "id": {"type": "bigint", "identity": "always"},
        "number": {"type": "integer", "identity": "by default"},
        "serial": {"type": "integer", "serial": True},
        "code": "character varying(64)",
        "email": {"type": "text", "nullable": True},
        "status": {"type": "identity.user_status", "default": "'active'"},
        "score": {"type": "numeric(12,2)", "default": "0"},
        "note": {"type": "text", "nullable": True, "default": "'it''s new'"},
        "preferences": {"type": "jsonb", "default": "'{}'", "doc": "What they like."},
        "created_at": {"type": "timestamp with time zone", "default": "now()"},
    }
    schema.table("identity", "users", columns, doc="People who can sign in.")
    return schema


def _fields(model: type[BaseModel]) -> dict[str, bool]:
    return {name: field.is_required() for name, field in model.model_fields.items()}


def test_a_row_has_every_column_in_order(users: Schema, load: Load) -> None:
    """The row of a table requires all columns, and takes None where the column does."""
    row: type[BaseModel] = load(users.files(), "identity").User
    columns = "id number serial code email status score note preferences created_at".split()  # noqa: SIM905  # a table
    assert _fields(row) == dict.fromkeys(columns, True)
    given = {"id": 1, "number": 2, "serial": 3, "code": "x", "email": None, "status": "active", "score": "1.50"}
    made: Any = row(**given, note=None, preferences=None, created_at=datetime.now(UTC))
    assert (made.status.name, made.score, made.email) == ("ACTIVE", Decimal("1.50"), None)
    with pytest.raises(ValidationError):
        row(**{**given, "code": None}, note=None, preferences=None, created_at=datetime.now(UTC))


def test_an_insert_asks_only_for_what_the_database_cannot_know(users: Schema, load: Load) -> None:
    """Only not-null columns without a default are required, and what is left out is not written."""
    insert: Any = load(users.files(), "identity").UserInsert
    assert [name for name, required in _fields(insert).items() if required] == ["code"]
    made = insert(code="x")
    assert made.model_dump(exclude_unset=True) == {"code": "x"}
    assert (made.email, made.status.value, made.score, made.note) == (None, "active", 0, "it's new")
    assert repr(made.created_at) == "UNSET"
    assert "id" not in insert.model_fields


@pytest.mark.parametrize("column", ["number", "serial", "status", "score", "preferences", "created_at"])
def test_none_is_no_default(users: Schema, load: Load, column: str) -> None:
    """A column that takes no null refuses None in inserts and updates, though it may be left out."""
    module = load(users.files(), "identity")
    with pytest.raises(ValidationError):
        module.UserInsert(**{"code": "x", column: None})
    with pytest.raises(ValidationError):
        module.UserUpdate(**{column: None})


def test_an_update_holds_what_was_given(users: Schema, load: Load) -> None:
    """Everything of an update may be left out, and its dump is the list of columns to set."""
    update: Any = load(users.files(), "identity").UserUpdate
    assert not any(_fields(update).values())
    assert update().model_dump(exclude_unset=True) == {}
    assert update(email=None, score=2).model_dump(exclude_unset=True) == {"email": None, "score": 2}


def test_unknown_and_generated_columns_are_refused(users: Schema, load: Load) -> None:
    """A misspelt column, or one that the database always generates, is an error and never silently dropped."""
    module = load(users.files(), "identity")
    for given in ({"kode": "x"}, {"id": 1}):
        with pytest.raises(ValidationError):
            module.UserInsert(code="x", **given)
        with pytest.raises(ValidationError):
            module.UserUpdate(**given)


def test_unset_columns_survive_copies_and_stop_careless_dumps(users: Schema, load: Load) -> None:
    """What was not given is one value through copies and pickles, and cannot be written by mistake."""
    made: Any = load(users.files(), "identity").UserInsert(code="x")
    for other in (copy.deepcopy(made), pickle.loads(pickle.dumps(made)), made.model_copy(deep=True)):  # noqa: S301
        assert other.created_at is made.created_at
        assert other == made
    with pytest.warns(UserWarning, match="serialized value may not be as expected"):
        made.model_dump()
    assert made.model_json_schema()["required"] == ["code"]


def test_docs_become_docstrings_and_descriptions(users: Schema, load: Load) -> None:
    """The words of the schema are found where editors and API documents look."""
    module = load(users.files(), "identity")
    assert module.__doc__ == "People and roles."
    assert module.User.__doc__ == "People who can sign in."
    assert module.UserInsert.__doc__ == "A new row of identity.users."
    for model in (module.User, module.UserInsert, module.UserUpdate):
        assert model.model_fields["preferences"].description == "What they like."


_ODD = ("class", "model_config", "_id", "2fa", 'we"ird; --', "model_dump_x")


def test_odd_columns_answer_to_both_names(schema: Schema, load: Load) -> None:
    """A column whose name cannot be an attribute is given by either name and dumped under its own."""
    schema.table("app", "odd", dict.fromkeys(_ODD, "text"))
    insert: Any = load(schema.files(), "app").OddInsert
    by_column = {name: name for name in _ODD}
    attributes = ("class_", "model_config_", "id", "column_2fa", "we_ird", "model_dump_x")
    by_attribute = dict(zip(attributes, by_column, strict=True))
    assert insert(**by_column) == insert(**by_attribute)
    assert insert(**by_attribute).model_dump(exclude_unset=True) == by_column


def test_a_column_hides_no_type(schema: Schema, load: Load) -> None:
    """Columns and tables named like types leave the types of the others as they are."""
    types = {"date": "date", "str": "uuid", "list": "text[]", "Decimal": "date", "UNSET": "text", "day": "date"}
    columns: dict[str, str | dict[str, Any]] = {name: {"type": kind, "default": "f()"} for name, kind in types.items()}
    schema.enum("app", "base_model", "x")
    schema.enum("app", "Colour", "red")
    schema.table("app", "fields", {**columns, "price": "numeric", "Colour": "text", "shade": 'app."Colour"'})
    module = load(schema.files(), "app")
    given = {"date": "2026-01-02", "str": UUID(int=1), "list": ["a"], "Decimal": "2026-01-04", "Colour_": "blue"}
    made = module.Field(**given, UNSET="", day="2026-01-03", price="1.5", shade="red")
    assert (made.date.year, made.day.day, made.price, made.Decimal.day) == (2026, 3, Decimal("1.5"), 4)
    assert (made.shade.name, made.Colour_, made.str.int) == ("RED", "blue", 1)
    assert isinstance(module.BaseModel("x"), str)


def test_a_domain_is_loaded_when_it_is_needed(schema: Schema, load: Load) -> None:
    """Importing the package loads no domain; a domain brings in only those whose enums it uses."""
    schema.enum("one", "kind", "a")
    schema.table("two", "twos", {"kind": "one.kind"})
    schema.table("three", "threes", {"id": "integer"})
    package = load(schema.files())
    name = package.__name__

    def loaded() -> set[str]:
        return {other.removeprefix(f"{name}.") for other in sys.modules if other.startswith(f"{name}.")}

    assert loaded() == set()
    assert package.Two.__module__ == f"{name}.two"
    assert loaded() == {"one", "two", "_values"}
    assert package.three.Three is package.Three
    assert set(package.__all__) == {"Kind", "Two", "TwoInsert", "TwoUpdate", "Three", "ThreeInsert", "ThreeUpdate"}
    assert set(dir(package)) == {*package.__all__, "one", "two", "three"}
    with pytest.raises(AttributeError, match="no attribute 'Four'"):
        _ = package.Four


def test_names_of_two_domains_are_found_in_their_domains(schema: Schema, load: Load) -> None:
    """A class that two domains have, or that is called like a domain, is exported by its domain alone."""
    for domain in ("one", "two", "Role"):
        schema.table(domain, "users", {"id": "integer"})
    schema.table("two", "ones", {"id": "integer"})
    schema.table("two", "roles", {"id": "integer"})
    package = load(schema.files())
    assert package.__all__ == ["One", "OneInsert", "OneUpdate", "RoleInsert", "RoleUpdate"]
    assert package.one.User is not package.two.User
    assert package.Role.__name__ == f"{package.__name__}.Role"


@pytest.mark.parametrize("first", ["one", "two", "three"])
def test_domains_may_use_each_others_enums(schema: Schema, load: Load, first: str) -> None:
    """A circle of domains can be entered anywhere; shared enums are there for all."""
    schema.enum("shared", "kind", "s")
    for domain, other in (("one", "two"), ("two", "three"), ("three", "one")):
        schema.enum(domain, "kind", domain)
        columns = {"own": f"{domain}.kind", "other": f"{other}.kind", "all": "shared.kind"}
        schema.table(domain, f"{domain}_items", columns)
    module = load(schema.files(), first)
    row = next(getattr(module, name) for name in dir(module) if name.endswith("Item"))
    others = {"one": "two", "two": "three", "three": "one"}
    made = row(own=first, other=others[first], all="s")
    homes = [type(value).__module__.rpartition(".")[2] for value in (made.own, made.other, made.all)]
    assert homes == [first, others[first], "_enums"]


def test_a_computed_default_is_no_member(schema: Schema) -> None:
    """A default that is no literal stays with the database, also where an enum has an empty value."""
    schema.enum("app", "kind", "", "a")
    schema.table("app", "things", {"kind": {"type": "app.kind", "default": "f()"}})
    assert "kind: Kind = UNSET" in schema.files()["app.py"]


def test_every_built_in_type_has_a_python_type() -> None:
    """No type that the language knows is missing from the table."""
    assert set(PYTHON_TYPES) == {builtin.name for builtin in BUILTINS if builtin.serial_of is None}


def test_values_are_read_as_the_driver_gives_them(schema: Schema, load: Load) -> None:
    """Addresses keep their netmask, and enums and arrays are lists of members."""
    schema.enum("app", "kind", "a", "b")
    schema.table("app", "things", {"address": "inet", "kinds": "app.kind[]", "raw": "bytea"})
    made = load(schema.files(), "app").Thing(address=IPv4Interface("10.0.0.1/8"), kinds=["b", "a"], raw=b"\xff")
    assert made.address == IPv4Interface("10.0.0.1/8")
    assert ([kind.name for kind in made.kinds], made.raw) == (["B", "A"], b"\xff")


def test_an_empty_project_is_a_package(schema: Schema, load: Load) -> None:
    """Without a table, and for a table without columns, the package can be imported all the same."""
    assert load(schema.files()).__all__ == []
    schema.table("app", "nothing", {})
    assert load(schema.files(), "app").NothingInsert() is not None
