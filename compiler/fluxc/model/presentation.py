"""How Python sees tables and columns: what stands under ``python:``, which is no part of a database's state."""

from __future__ import annotations

import keyword
import re
import unicodedata
from typing import Annotated, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODEL_MEMBERS: Final = _words(
    """
    construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings mro parse_file parse_obj
    parse_raw register schema schema_json update_forward_refs validate Config
    """
)
"""What a field of a pydantic model cannot be called; a list, since the same schema gives the same bytes everywhere."""

RESERVED: Final = MODEL_MEMBERS | frozenset(keyword.kwlist)
_TYPE: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")
_MOST_DIMENSIONS: Final = 6


class Presentation(NamedTuple):
    """What the models make of a table or a column that they would not by themselves.

    ``type`` is a module and a name in it, ``module:Name``; ``alias`` is one more name of the field; ``sensitive`` keeps
    the value out of printed models; ``dimensions`` is how deep the lists of an array lie in each other.
    """

    name: str | None = None
    type: str | None = None
    alias: str | None = None
    sensitive: bool = False
    dimensions: int = 1


PLAIN: Final = Presentation()


class PythonDeclaration(BaseModel):
    """How Python sees a column."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    name: Annotated[str | None, Field(description="The attribute, where it is not the column's name.")] = None
    type: Annotated[
        str | None, Field(description="The type of the field, as `module:Name`, where it is not fluxc's own choice.")
    ] = None
    alias: Annotated[
        str | None, Field(description="One more name of the field, which JSON of `by_alias` dumps takes.")
    ] = None


class PythonTableDeclaration(BaseModel):
    """How Python sees a table."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    name: Annotated[str | None, Field(description="The class of a row, where it is not the name in the singular.")] = (
        None
    )


def name_problem(name: str) -> str | None:
    """Return why a name cannot be that of an attribute or a class, or None."""
    if not name.isidentifier() or not unicodedata.is_normalized("NFKC", name):
        return "is no Python identifier"
    if keyword.iskeyword(name):
        return "is a keyword of Python"
    if name in MODEL_MEMBERS:
        return "is a member of every pydantic model"
    return "is private to pydantic, with its underscore" if name.startswith("_") else None


def is_type(text: str) -> bool:
    """Return whether a text is a module and a name in it."""
    parts = re.split("[.:]", text)
    return _TYPE.fullmatch(text) is not None and not any(map(keyword.iskeyword, parts))


def dimensions(type_text: str) -> int:
    """Return how many dimensions an array has as it is written, as far as PostgreSQL keeps them."""
    match = re.search(r"(?:\[\s*\d*\s*\]\s*)+$", type_text)
    return max(1, min(match[0].count("["), _MOST_DIMENSIONS)) if match else 1
