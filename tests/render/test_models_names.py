"""The generated package over any names that PostgreSQL allows."""

from __future__ import annotations

import warnings
from enum import StrEnum
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from fluxc.model.column import Column
from fluxc.model.enum import Enum
from fluxc.model.names import name_problem, qualified

from .conftest import Schema

if TYPE_CHECKING:
    from types import ModuleType

    from .conftest import Load

_TRICKY = (
    *("class", "Class", "_", "__", "a", "A", "a_", "_a", "1", "str", "Field", "BaseModel", "x y", "x-y", "X Y"),
    *("date", "model_dump", "model_validate_x", "Config", "mro", "ª", "ﬁ", "e\u0301", "é", "\u200d", "'", '"'),
    *("}}", "{{ x }}", "None", "register", "Enum", "StrEnum", "name", "value", "a_insert", "_ignore_", "self", "\\"),
)
_TEXT = st.sampled_from(_TRICKY) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10)
_NAMES = _TEXT.filter(lambda name: name_problem(name) is None)


@st.composite
def _schemas(draw: st.DrawFn) -> Schema:
    schema = Schema()
    schema.table("app", "first", {})
    values = st.lists(_TEXT, min_size=1, max_size=5, unique=True)
    enums = draw(st.dictionaries(_NAMES, values, max_size=2))
    for name, members in enums.items():
        schema.enum("app", name, *members)
    types = st.sampled_from(["date", "text[]", "jsonb", "numeric", *(qualified("app", name) for name in enums)])
    column = st.fixed_dictionaries(
        {"type": types, "nullable": st.booleans()}, optional={"default": st.just("f()"), "doc": _TEXT}
    )
    for name in draw(st.lists(_NAMES.filter(lambda name: name != "first"), max_size=3, unique=True)):
        schema.table("app", name, draw(st.dictionaries(_NAMES, column, max_size=5)), doc=draw(_TEXT))
    return schema


def _columns(module: ModuleType) -> list[str]:
    """Return the columns of all rows: of three classes, the row is the one that refuses nothing."""
    models = [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, BaseModel)]
    rows = [each for each in models if each.__module__ == module.__name__ and "extra" not in each.model_config]
    return [field.alias or name for row in rows for name, field in row.model_fields.items()]


def _values(module: ModuleType) -> list[str]:
    enums = [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, StrEnum)]
    return [member.value for each in enums if each.__module__ == module.__name__ for member in each]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schema=_schemas())
def test_any_legal_names_give_models_that_work(load: Load, schema: Schema) -> None:
    """Whatever PostgreSQL allows as a name, the package imports without a warning and loses no column and no value."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        module = load(schema.files(), "app")
    assert sorted(_columns(module)) == sorted(item.name for item in schema.objects if isinstance(item, Column))
    expected = sorted(value for item in schema.objects if isinstance(item, Enum) for value in item.values)
    assert sorted(_values(module)) == expected
