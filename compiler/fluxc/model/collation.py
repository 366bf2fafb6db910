"""Collations: those that a schema declares, and the names of all (manual, section 24.2)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import qualified, split_name
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object

Provider = Literal["libc", "icu", "builtin"]


class Collation(Object):
    """A collation: a locale of a provider, both of libc's categories, or a ``copy`` of another by its quoted name."""

    kind: ClassVar[str] = "collation"
    noun: ClassVar[str] = "collation"

    provider: Provider = "libc"
    locale: str | None = None
    lc_collate: str | None = None
    lc_ctype: str | None = None
    deterministic: bool = True
    rules: str | None = None
    copied: str | None = None


class CollationDeclaration(BaseModel):
    """A collation: its provider and locale, or another one that it is made from."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    provider: Annotated[Provider, Field(description="Who orders text; `builtin` needs PostgreSQL 17.")] = "libc"
    locale: Annotated[str | None, Field(description="The locale, such as `de_DE.utf8`, of ICU `de-DE`.")] = None
    lc_collate: Annotated[str | None, Field(description="The order, where libc's other category differs.")] = None
    lc_ctype: Annotated[str | None, Field(description="The classes of characters, with `lc_collate`.")] = None
    deterministic: Annotated[
        bool, Field(description="Whether texts are equal only when they are the same bytes; false needs ICU.")
    ] = True
    rules: Annotated[str | None, Field(description="More rules of ICU; needs PostgreSQL 16.")] = None
    copy_of: Annotated[str | None, Field(alias="from", description="A collation of which this is a copy.")] = None
    doc: Annotated[str | None, Field(description="The comment of the collation.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


def collation_path(text: str) -> tuple[str, ...]:
    """Return the parts of a collation's name as written; ``"schema"."name"`` and ``pg_catalog.name`` name its schema.

    Names of collations hold dots and capitals (``en_US.utf8``), so anything else is one name to the letter.
    Raises ValueError for quotes that name nothing.
    """
    if '"' in text:
        return split_name(text)
    head, dot, name = text.partition(".")
    return (head, name) if dot and head == "pg_catalog" else (text,)


def collation_sql(text: str) -> str:
    """Return the SQL of a collation named as written; raises ValueError for quotes that name nothing."""
    return qualified(*collation_path(text))
