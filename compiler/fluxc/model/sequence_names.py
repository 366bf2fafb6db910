"""The sequences that an expression draws from: ``nextval('name')`` and its like, found among the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind
from fluxc.model.literal import quoted, unquoted
from fluxc.model.names import split_name, verbatim
from fluxc.model.spelling import folded, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from fluxc.lexer import Token

_FUNCTIONS: Final = frozenset({"nextval", "currval", "setval", "lastval"})


def sequence_names(text: str) -> list[tuple[str, ...]]:
    """Return the names of the sequences that a canonical expression draws from."""
    tokens = folded(text) if "val(" in text else ()
    return [path for _, path in _sequences(tokens)]


def with_sequences(text: str, resolve: Callable[[tuple[str, ...]], str | None]) -> str:
    """Return the canonical text with each sequence called what ``resolve`` says; None leaves it."""
    if "val(" not in text:
        return text
    tokens = list(folded(text))
    for at, path in list(_sequences(tokens)):
        name = resolve(path)
        if name is not None:
            tokens[at] = tokens[at]._replace(text=_in_string(name))
    return spelled(tokens)


def drawing(name: str) -> str:
    """Return the canonical default that draws from a sequence, whose qualified name is given."""
    return f"nextval({_in_string(name)}::regclass)"


def _in_string(name: str) -> str:
    """Return the string that names what an identifier names: escapes that count are the string's own."""
    return quoted(".".join(map(verbatim, split_name(name))) if 'U&"' in name else name)


def draws_from(text: str) -> tuple[str, ...] | None:
    """Return the sequence whose next value a canonical expression is, and nothing else; None where it is more."""
    if not text.startswith("nextval("):
        return None
    names = sequence_names(text)
    return names[0] if len(names) == 1 and len(folded(text)) in {4, 6} else None


def _sequences(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the position and the name of each string that names a sequence."""
    for at in range(2, len(tokens)):
        call = tokens[at - 2].text in _FUNCTIONS and tokens[at - 1].text == "("
        name = name_in_string(tokens[at]) if call else None
        if name is not None:
            yield at, name


def name_in_string(token: Token) -> tuple[str, ...] | None:
    """Return the name that a string says, None where it is none."""
    text = unquoted(token.text) if token.kind is Kind.STRING else None
    try:
        return split_name(text) if text is not None else None
    except ValueError:
        return None
