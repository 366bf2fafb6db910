"""Text search, as a person writes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.remark import Suppressions


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    doc: Annotated[str | None, Field(description="The comment.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


class TextSearchDictionaryDeclaration(_Form):
    """A dictionary of text search."""

    template: Annotated[str, Field(description="The template, such as `snowball`, `simple` or `synonym`.")]
    options: Annotated[
        dict[str, str | int | float | bool],
        Field(default_factory=dict, description="What the template takes, by name, such as `language`."),
    ]


class TextSearchConfigurationDeclaration(_Form):
    """A configuration of text search."""

    base: Annotated[
        str | None,
        Field(alias="copy", description="The configuration of the server or of the domain that it begins with."),
    ] = None
    parser: Annotated[str | None, Field(description="The parser, where it is not the server's own.")] = None
    mappings: Annotated[
        dict[str, str | list[str]],
        Field(
            default_factory=dict,
            description="Dictionaries by the types of token, several with commas between them; none for an empty list.",
        ),
    ]


TextSearchConfigurationForm = str | TextSearchConfigurationDeclaration
