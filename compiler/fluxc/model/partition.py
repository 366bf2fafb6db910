"""Partitioned tables: by what their rows are told apart, and which rows a partition takes (manual, section 5.12)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from fluxc.lexer import Kind, LexicalError
from fluxc.model import expression
from fluxc.model.index import IndexPart
from fluxc.model.index_declaration import Part
from fluxc.model.spelling import folded, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.lexer import Token

Strategy = Literal["range", "list", "hash"]
STRATEGIES: Final[tuple[Strategy, ...]] = ("range", "list", "hash")
DEFAULT: Final = "default"
NAMED: Final = "by name"
RULE: Final = "by a rule"
"""How the partitions of a table are said."""


class PartitionKey(BaseModel):
    """By what the rows of a table are told apart."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strategy: Strategy
    parts: tuple[IndexPart, ...]


class PartitionByDeclaration(BaseModel):
    """The key of a partitioned table in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    by_range: Annotated[
        Part | list[Part] | None, Field(alias="range", description="Columns or expressions, each with its range.")
    ] = None
    by_list: Annotated[
        Part | None, Field(alias="list", description="A column or an expression, whose values are listed.")
    ] = None
    by_hash: Annotated[
        Part | list[Part] | None, Field(alias="hash", description="Columns or expressions, spread evenly.")
    ] = None


def said_as(value: Any) -> str:
    """Return whether partitions are said by name or by a rule, which no partition called ``every`` is taken for."""
    if not isinstance(value, dict):
        return NAMED
    said = cast("dict[str, Any]", value)
    every = said.get("every")
    counted = any(isinstance(said.get(key), int) for key in ("ahead", "keep", "drop"))
    return RULE if counted or (isinstance(every, str) and not _is_bound(every)) else NAMED


def either(schema: dict[str, Any]) -> None:
    """Have a schema for editors say that one of the forms will do, where both may."""
    schema["anyOf"] = schema.pop("oneOf")


_KEY: Final = re.compile(r"\s*([a-z]+)\s*\((.*)\)\s*", re.DOTALL | re.IGNORECASE)


def key_texts(text: str) -> tuple[Strategy, list[str]] | None:
    """Return the strategy and the text of each part of a key such as ``range (a, lower(b))``; None where it is none."""
    match = _KEY.fullmatch(text)
    strategy: Strategy | None = next((word for word in STRATEGIES if match and match[1].lower() == word), None)
    parts = _parts(match[2]) if match else None
    return (strategy, parts) if strategy and parts else None


def _parts(inner: str) -> list[str] | None:
    """Return the texts between the commas at the top, None where brackets do not close."""
    try:
        tokens = folded(inner)
    except LexicalError:
        return None
    depth, start, found = 0, 0, list[str]()
    for token in tokens:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.text, 0)
        if token.text == "," and depth == 0:
            found.append(inner[start : token.start].strip())
            start = token.start + 1
    found.append(inner[start:].strip())
    return found if depth == 0 and all(found) else None


class BoundError(ValueError):
    """The text does not say which rows a partition takes."""


def bound_sql(text: str) -> str:
    """Return the canonical text of which rows a partition takes, ``default`` or what stands behind ``for values``.

    Raises BoundError.
    """
    try:
        tokens = folded(text)
    except LexicalError as error:
        raise BoundError(error.reason) from error
    if [token.text for token in tokens[:2]] == ["for", "values"]:
        tokens = tokens[2:]
    words = [token.text for token in tokens]
    if words != [DEFAULT] and not _are_bounds(tokens):
        raise BoundError(f"`{text[:70]}` does not say which rows a partition takes")
    return spelled(map(_plain, tokens))


def _is_bound(text: str) -> bool:
    try:
        return bool(bound_sql(text))
    except BoundError:
        return False


def _plain(token: Token) -> Token:
    """Return a whole number without the quotes that the server puts around some of them."""
    found = _NUMBER.fullmatch(token.text)
    return token._replace(kind=Kind.NUMBER, text=found[1]) if found else token


_NUMBER: Final = re.compile(r"'(0|[1-9][0-9]{0,17})'")


def _are_bounds(tokens: Sequence[Token]) -> bool:
    head = tokens[0].text if tokens else ""
    end = _end_of_list(tokens, 1)
    if head in {"in", "with"}:
        return end == len(tokens)
    behind = tokens[end].text if 0 < end < len(tokens) else ""
    return head == "from" and behind == "to" and _end_of_list(tokens, end + 1) == len(tokens)


def _end_of_list(tokens: Sequence[Token], start: int) -> int:
    """Return where a list in brackets ends that begins at ``start``, 0 where there is none."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[at].text, 0)
        if depth == 0:
            whole = tokens[start].text == "(" and expression.problem(spelled(tokens[start : at + 1])) is None
            return at + 1 if whole else 0
    return 0
