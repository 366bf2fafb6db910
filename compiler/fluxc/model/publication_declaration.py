"""Publications, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.publication import Published
from fluxc.model.remark import Suppressions


class PublishedTableDeclaration(BaseModel):
    """A table of a publication, with what of it is published."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    table: Annotated[str, Field(description="`TABLE`, or `DOMAIN.TABLE` of another domain and in a shared file.")]
    columns: Annotated[
        list[str],
        Field(default_factory=list, description="The columns, where they are not all; needs PostgreSQL 15."),
    ]
    where: Annotated[
        str | None, Field(description="An SQL expression: only rows for which it holds; needs PostgreSQL 15.")
    ] = None


TablesForm = Literal["all"] | list[str | PublishedTableDeclaration]


class PublicationDeclaration(BaseModel):
    """A publication in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    tables: Annotated[
        TablesForm, Field(default_factory=list, description="The tables, each by name or in the long form; or `all`.")
    ]
    domains: Annotated[
        list[str],
        Field(default_factory=list, description="Domains of which every table is published; needs PostgreSQL 15."),
    ]
    publish: Annotated[
        list[Published] | None, Field(description="The changes that are published, where they are not all.")
    ] = None
    via_root: Annotated[
        bool, Field(description="Whether changes of partitions are published as those of the partitioned table.")
    ] = False
    generated: Annotated[
        Literal["none", "stored"],
        Field(description="Whether stored generated columns are published; `stored` needs PostgreSQL 18."),
    ] = "none"
    doc: Annotated[str | None, Field(description="The comment of the publication.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


PublicationForm = TablesForm | PublicationDeclaration
