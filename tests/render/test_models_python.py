"""What a project says of its models: under ``python:`` in the schema, and under ``[models]`` in its settings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from fluxc.project.config import ModelSettings

if TYPE_CHECKING:
    from .conftest import Load, Schema

CAMEL = ModelSettings(aliases="camel")
KEYS = ModelSettings(key_types=True)


def test_a_person_names_classes_and_attributes(schema: Schema, load: Load) -> None:
    """A name that was given is kept, and others give way; dumps use the column's name."""
    schema.table("app", "people", {"id": "integer", "class": "text"})
    schema.table("app", "persons", {"id": "integer"})
    schema.python("app", "people", name="Persons")
    schema.python("app", "people", "class", name="kind")
    module = load(schema.files(), "app")
    made = module.PersonsInsert(id=1, kind="x")
    assert made == module.PersonsInsert(**{"id": 1, "class": "x"})
    assert made.model_dump(exclude_unset=True) == {"id": 1, "class": "x"}
    assert module.Person.TABLE == ("app", "persons")


def test_a_person_gives_a_type(schema: Schema, load: Load) -> None:
    """A type that was given stands in all three models, in place of the type, its limits and its default."""
    schema.table("app", "people", {"id": "integer", "home": {"type": "text", "default": "'/'"}, "away": "text"})
    schema.objects[-1] = schema.objects[-1].model_copy(update={"nullable": True})
    schema.check("app", "people", "home <> ''")
    for column in ("home", "away"):
        schema.python("app", "people", column, type="pathlib:PurePosixPath")
    module = load(schema.files(), "app")
    row = module.Person(id=1, home="/a", away=None)
    assert (type(row.home).__name__, row.away) == ("PurePosixPath", None)
    assert repr(module.PersonInsert(id=1).home) == "UNSET"
    assert str(module.PersonUpdate(home="").home) == "."


def test_sensitive_values_are_not_printed(schema: Schema, load: Load) -> None:
    """Neither a model nor the error about one shows a sensitive value."""
    schema.table("app", "people", {"id": "integer", "pin_code": {"type": "character varying(9)", "nullable": True}})
    schema.python("app", "people", "pin_code", sensitive=True)
    module = load(schema.files(), "app")
    made = (module.Person(id=1, pin_code="hunter2"), module.PersonInsert(id=1, pin_code="hunter2"))
    for model in (*made, module.PersonUpdate(pin_code="hunter2")):
        assert model.pin_code == "hunter2"
        assert "hunter2" not in f"{model!r} {model}"
    with pytest.raises(ValidationError) as error:
        module.PersonInsert(id=1, pin_code="hunter2hunter2")
    assert "hunter2" not in str(error.value)


def test_arrays_are_as_deep_as_declared(schema: Schema, load: Load) -> None:
    """Lists lie in lists, all of one length; what has no elements has no dimensions, as in the database."""
    schema.table("app", "boards", {"cells": "integer[]"})
    schema.python("app", "boards", "cells", dimensions=2)
    module = load(schema.files(), "app")
    assert module.Board(cells=[[1, None], [3, 4]]).cells == [[1, None], [3, 4]]
    assert module.BoardInsert(cells=[[], []]).cells == []
    for wrong in ([1], [[1], [2, 3]], [[1], None]):
        with pytest.raises(ValidationError):
            module.BoardInsert(cells=wrong)


def test_an_alias_is_one_more_name(schema: Schema, load: Load) -> None:
    """Models take the alias and the column's name, and give the alias to those who ask for it."""
    schema.table("app", "people", {"id": "integer", "full_name": "text", "class": "text"})
    schema.python("app", "people", "full_name", alias="name")
    insert = load(schema.files(), "app").PersonInsert
    made = insert(**{"id": 1, "name": "x", "class": "y"})
    assert made == insert(id=1, full_name="x", class_="y")
    assert made.model_dump(by_alias=True) == {"id": 1, "name": "x", "class": "y"}
    assert made.model_dump() == {"id": 1, "full_name": "x", "class_": "y"}


def test_camel_case_is_one_more_name(schema: Schema, load: Load) -> None:
    """Each field takes its column's name and that in camel case; where two would be one, the column's stands."""
    columns = {"user_id": "integer", "userId": "integer", "2fa_code": "text", "display_name": "text", "class": "text"}
    schema.table("app", "people", columns)
    schema.python("app", "people", "display_name", alias="shown")
    module = load(schema.files(CAMEL), "app")
    by_column = {"user_id": 1, "userId": 2, "2fa_code": "a", "display_name": "b", "class": "c"}
    outside = {"user_id": 1, "userId": 2, "2FaCode": "a", "shown": "b", "class": "c"}
    attributes = {"user_id": 1, "userId": 2, "column_2fa_code": "a", "display_name": "b", "class_": "c"}
    row = module.Person(**by_column)
    assert row == module.Person(**outside) == module.Person(**attributes)
    assert row.model_dump(by_alias=True) == outside
    assert dict(zip(module.Person.COLUMNS, row.model_dump().values(), strict=True)) == by_column


def _keyed(schema: Schema) -> None:
    schema.table("app", "users", {"id": {"type": "bigint", "identity": "always"}, "boss": "bigint", "score": "numeric"})
    schema.table("app", "user_ids", {"code": "character varying(3)", "note": {"type": "integer", "nullable": True}})
    schema.table("shop", "orders", {"id": "uuid", "user": {"type": "bigint", "nullable": True}, "code": "text"})
    schema.table("shop", "profiles", {"user": "bigint", "n": "numeric"})
    schema.table("app", "visits", {"at": "uuid", "on": "uuid"})
    for place, key in (("app.users", "id"), ("app.user_ids", "code"), ("shop.orders", "id"), ("shop.profiles", "user")):
        schema.key(*place.split("."), key)
    schema.reference("app", "users", "boss", "app.users", "id")
    schema.reference("shop", "orders", "user", "shop.profiles", "user")
    schema.reference("shop", "profiles", "user", "app.users", "id")
    schema.reference("shop", "orders", "code", "app.user_ids", "code")
    schema.reference("shop", "profiles", "n", "app.users", "id")
    schema.reference("app", "visits", "at", "shop.orders", "id")


@pytest.mark.parametrize("first", ["app", "shop"])
def test_a_key_has_a_type_of_its_own(schema: Schema, load: Load, first: str) -> None:
    """A key of one column, and what refers to it in any domain, are of one type that keeps its column's limits."""
    _keyed(schema)
    module = load(schema.files(KEYS), first)
    package = sys.modules[module.__name__.rpartition(".")[0]]
    app: Any = package.app
    shop: Any = package.shop
    fields = {(model.__name__, name): field.annotation for model in (app.User, shop.Order, shop.Profile, app.Visit)
              for name, field in model.model_fields.items()}  # fmt: skip
    assert fields["User", "id"] is fields["User", "boss"] is fields["Profile", "user"] is app.UserId
    assert fields["Order", "user"] == app.UserId | None
    assert fields["Order", "code"] is app.UserIdsId
    assert fields["Visit", "at"] is fields["Order", "id"] is shop.OrderId is package.OrderId
    assert fields["Visit", "on"] is not shop.OrderId
    assert not hasattr(shop, "ProfileId")
    for wrong in ({"boss": 2**63, "score": 1}, {"boss": "x", "score": 1}):
        with pytest.raises(ValidationError):
            app.UserInsert(**wrong)
    with pytest.raises(ValidationError):
        app.UserIdsInsert(code="abcd")


def test_without_settings_nothing_is_different(schema: Schema) -> None:
    """The options are off unless a project sets them."""
    _keyed(schema)
    assert schema.files(ModelSettings()) == schema.files()
    assert "NewType" not in "".join(schema.files().values())
