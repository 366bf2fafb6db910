"""Extensions that a database has."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.state import Object


class Extension(Object):
    """An extension and the namespace that its objects are put into; ``version`` None is the server's own choice."""

    kind: ClassVar[str] = "extension"
    noun: ClassVar[str] = "extension"

    namespace: str = "public"
    version: str | None = None


class ExtensionDeclaration(BaseModel):
    """An extension in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    namespace: Annotated[str, Field(description="The PostgreSQL schema that its objects are put into.")] = "public"
    version: Annotated[str | None, Field(description="The version, where it is not the server's own choice.")] = None
    types: Annotated[
        list[str], Field(default_factory=list, description="Types that it brings, where fluxc does not know them.")
    ]


ExtensionsForm = list[str] | dict[str, ExtensionDeclaration | None]
