"""One part of an index as text: what it is over, and how that is ordered and compared (manual, CREATE INDEX)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from fluxc.lexer import Kind, LexicalError, Token
from fluxc.model.keywords import RESERVED
from fluxc.model.literal import quoted
from fluxc.model.names import qualified
from fluxc.model.spelling import folded, name_of, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

Nulls = Literal["first", "last"]


class PartText(NamedTuple):
    """A part taken apart: ``key`` is a column or an expression as written, the rest is canonical.

    ``operator`` is None where the text names none, which only parts of an exclusion constraint do.
    """

    key: str
    collation: str | None = None
    opclass: str | None = None
    descending: bool = False
    nulls: Nulls | None = None
    operator: str | None = None


class PartTextError(ValueError):
    """The text is no part of an index; ``help`` says how one is written."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


def take_apart(text: str, *, excluding: bool = False) -> PartText:
    """Return the pieces of a part; with ``excluding`` an operator stands at its end. Raises PartTextError."""
    try:
        tokens: Sequence[Token] = folded(text)
    except LexicalError as error:
        raise PartTextError(error.reason, "write a column or an SQL expression") from error
    operator = None
    if excluding:
        tokens, operator = _without_operator(tokens)
    tokens, nulls = _without_nulls(tokens)
    tokens, descending = _without_order(tokens)
    tokens, opclass = _without_opclass(tokens)
    tokens, collation = _without_collation(tokens)
    whole = folded(text)
    end = whole[len(tokens)].start if len(tokens) < len(whole) else len(text)
    return PartText(text[:end].strip(), collation, opclass, descending, nulls, operator)


def _word(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at] if -len(tokens) <= at < len(tokens) else None
    return token.text if token is not None and token.kind is Kind.WORD else ""


def _without_operator(tokens: Sequence[Token]) -> tuple[Sequence[Token], str]:
    at = next((at for at in range(len(tokens) - 1, 0, -1) if _word(tokens, at) == "with"), None)
    if at is None:
        raise PartTextError("the operator is missing", "write it behind `with`, such as `during with &&`")
    return tokens[:at], operator_text(tokens[at + 1 :])


def operator_text(tokens: Sequence[Token]) -> str:
    """Return the one spelling of an operator, plain or ``operator(schema.=)``; raises PartTextError."""
    plain = len(tokens) == 1 and tokens[0].kind is Kind.OPERATOR
    named = [token.text for token in tokens[:2]] == ["operator", "("] and tokens[-1].text == ")"
    inner = tokens[2:-1]
    if plain or (named and len(inner) > 1 and inner[-1].kind is Kind.OPERATOR and all(map(_of_name, inner[:-1]))):
        return spelled(tokens)
    raise PartTextError(f"`{spelled(tokens)[:60]}` is no operator", "write one such as `=`, `<>` or `&&`")


def _of_name(token: Token) -> bool:
    return token.text == "." or token.kind in {Kind.WORD, Kind.QUOTED}


def _without_nulls(tokens: Sequence[Token]) -> tuple[Sequence[Token], Nulls | None]:
    if _word(tokens, -2) == "nulls":
        last = _word(tokens, -1)
        if last == "first":
            return tokens[:-2], "first"
        if last == "last":
            return tokens[:-2], "last"
    return tokens, None


def _without_order(tokens: Sequence[Token]) -> tuple[Sequence[Token], bool]:
    order = _word(tokens, -1) if len(tokens) > 1 else ""
    return (tokens[:-1], order == "desc") if order in {"asc", "desc"} else (tokens, False)


def _without_opclass(tokens: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    """Peel the operator class off: a name, maybe with options, behind what can be a whole key."""
    end = _opening(tokens) if tokens and tokens[-1].text == ")" else len(tokens)
    start = _start_of_name(tokens, end)
    if start is None or not _is_whole(tokens[:start]):
        return tokens, None
    name = ".".join(qualified(name_of(token)) for token in tokens[start:end:2])
    return tokens[:start], name + _options(tokens[end + 1 : -1] if end < len(tokens) else ())


def opclass_text(text: str) -> str:
    """Return the one spelling of an operator class given by itself; raises PartTextError."""
    try:
        tokens = folded(text)
    except LexicalError as error:
        raise PartTextError(error.reason, "write the name of an operator class") from error
    end = _opening(tokens) if tokens and tokens[-1].text == ")" else len(tokens)
    if _start_of_name(tokens, end) != 0:
        raise PartTextError(f"`{text[:60]}` is no operator class", "write its name, such as `text_pattern_ops`")
    name = ".".join(qualified(name_of(token)) for token in tokens[:end:2])
    return name + _options(tokens[end + 1 : -1] if end < len(tokens) else ())


def _opening(tokens: Sequence[Token]) -> int:
    """Return the position of the bracket that the last token closes."""
    depth = 0
    for at in range(len(tokens) - 1, -1, -1):
        depth += (tokens[at].text in {")", "]"}) - (tokens[at].text in {"(", "["})
        if depth == 0:
            return at
    return 0


def _start_of_name(tokens: Sequence[Token], end: int) -> int | None:
    """Return where the dotted name that ends before ``end`` starts, None where there is none."""
    start = end - 1
    if start < 0 or not _is_name(tokens[start]):
        return None
    while start > 1 and tokens[start - 1].text == "." and _is_name(tokens[start - 2]):
        start -= 2
    return start


def _is_name(token: Token) -> bool:
    return token.kind is Kind.QUOTED or (token.kind is Kind.WORD and token.text not in RESERVED)


def _is_whole(tokens: Sequence[Token]) -> bool:
    """Return whether tokens are a key to which more may be said: a name, something in brackets, a collation."""
    if not tokens:
        return False
    start = _start_of_name(tokens, len(tokens))
    if start is not None and start > 1 and _word(tokens, start - 1) == "collate":
        return True
    return start == 0 or (tokens[-1].text == ")" and _opening(tokens) >= 0)


def _without_collation(tokens: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    start = _start_of_name(tokens, len(tokens))
    if start is None or start < 2 or _word(tokens, start - 1) != "collate":  # key and `collate`
        return tokens, None
    name = ".".join(qualified(name_of(token)) for token in tokens[start::2])
    return tokens[: start - 1], name


_PADDING: Final = (Token(Kind.PUNCTUATION, "", 0),) * 3


def _options(tokens: Sequence[Token]) -> str:
    """Return the options of an operator class, each ``name = value``, as SQL takes them; raises PartTextError."""
    if not tokens:
        return ""
    said: list[str] = []
    for at in range(0, len(tokens), 4):
        name, equals, value, *comma = (*tokens[at : at + 4], *_PADDING)
        known = name.kind is Kind.WORD and equals.text == "=" and value.kind in {Kind.WORD, Kind.NUMBER, Kind.STRING}
        if not known or comma[0].text not in {",", ""}:
            raise PartTextError("an option of an operator class is not understood", "write `(name = value)`")
        text = value.text[1:-1].replace("''", "'") if value.kind is Kind.STRING else value.text
        said.append(f"{name.text}={quoted(text)}")
    return f"({', '.join(said)})"
