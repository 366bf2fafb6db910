"""Attributes and enum members for names that are no Python identifiers."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from fluxc.model.presentation import MODEL_MEMBERS
from fluxc.render.identifiers import attributes, members


@pytest.mark.parametrize(
    ("column", "attribute"),
    [
        ("id", "id"),
        ("type", "type"),
        ("größe", "größe"),
        ("class", "class_"),
        ("None", "None_"),
        ("model_config", "model_config_"),
        ("copy", "copy_"),
        ("json", "json_"),
        ("schema", "schema_"),
        ("mro", "mro_"),
        ("Config", "Config_"),
        ("_id", "id"),
        ("__init__", "init"),
        ("2fa", "column_2fa"),
        ('we"ird; --', "we_ird"),
        ("ﬁeld", "field"),
        ("--", "column"),
        ("_", "column"),
    ],
)
def test_columns_get_safe_attributes(column: str, attribute: str) -> None:
    """A column keeps its name where that may be an attribute, and gets one like it otherwise."""
    assert attributes([column]) == {column: attribute}


def test_columns_never_share_an_attribute() -> None:
    """The column that has its own name keeps it, whatever its place, and the others give way in a fixed order."""
    assert attributes(["_id", "a-b", "id", "a b"]) == {"_id": "id_", "a-b": "a_b_", "id": "id", "a b": "a_b"}
    assert attributes(["class", "class_"]) == {"class": "class__", "class_": "class_"}


def test_everything_a_model_has_is_reserved() -> None:
    """The list knows all that the installed pydantic would warn of or break at."""
    public = {name for owner in (BaseModel, type(BaseModel)) for name in dir(owner) if not name.startswith("_")}
    assert public <= MODEL_MEMBERS


@pytest.mark.parametrize(
    ("value", "member"),
    [
        ("active", "ACTIVE"),
        ("in-progress", "IN_PROGRESS"),
        ("inProgress", "IN_PROGRESS"),
        ("HTTPServer", "HTTPSERVER"),
        ("2fa", "VALUE_2FA"),
        ("", "EMPTY"),
        ("<=", "LESS_THAN_SIGN_EQUALS_SIGN"),
        ("…", "VALUE"),
        ("None", "NONE"),
        ("mro", "MRO"),
        ("name", "NAME"),
        ("_hidden_", "HIDDEN"),
        ("straße", "STRASSE"),
    ],
)
def test_enum_values_become_upper_case_members(value: str, member: str) -> None:
    """A member is called like its value, in capitals."""
    assert members([value]) == {value: member}


def test_values_never_share_a_member() -> None:
    """Two values of one name stay two members."""
    assert members(["a_b", "a-b", "A_B"]) == {"a_b": "A_B__", "a-b": "A_B_", "A_B": "A_B"}
