"""Queries as text: whether one is whole, what it selects, and what may change of it while its columns stay."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from fluxc.lexer import Kind, LexicalError, Token, scan
from fluxc.model.expression import Problem
from fluxc.model.names import fold, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEGINS_QUERY: Final = ("select", "with", "values", "table", "(")
BEGINS_ACTION: Final = ("insert", "update", "delete", "select", "with", "values", "notify")
_CLOSES: Final = {")": "(", "]": "["}
_COMBINES: Final = frozenset({"union", "intersect", "except"})
_BEHIND_FROM: Final = frozenset(
    {"where", "group", "having", "window", "order", "limit", "offset", "fetch", "for"} | _COMBINES
)
_STEP_MARK: Final = "-- step "
_MAX_DEPTH: Final = 200


def stripped(text: str) -> str:
    """Return a text as it is kept: without the blanks around it, and without the ``;`` at its end."""
    found = text.strip()
    return found.removesuffix(";").rstrip() if found.endswith(";") else found


def terminated(text: str) -> str:
    """Return a text with a line break at its end where its last line may hold a comment."""
    return f"{text}\n" if "--" in text.rpartition("\n")[2] else text


def problem(text: str, beginnings: Sequence[str] = BEGINS_QUERY) -> Problem | None:
    """Return why a text is not exactly one query, or another statement with one of the beginnings, as tokens tell."""
    opened: list[Token] = []
    first: Token | None = None
    if (marked := f"\n{text}".find(f"\n{_STEP_MARK}")) >= 0:
        return Problem(f"a line that begins with `{_STEP_MARK}` marks a step of a migration", "indent it", marked)
    try:
        for token in scan(text):
            if token.kind is Kind.COMMENT:
                continue
            first = first or token
            if token.kind is Kind.PARAMETER:
                return Problem(f"there is no value for {token.text} here", "write the value itself", token.start)
            if token.text == ";":
                return Problem("`;` begins a second statement", "write one statement, without `;`", token.start)
            if found := _unbalanced(token, opened):
                return found
    except LexicalError as error:
        return Problem(error.reason, "write the text as a literal block (`|`), in which YAML changes nothing", 0)
    if opened:
        return Problem(f"`{opened[-1].text}` is not closed", "close it", opened[-1].start)
    if first is None or fold(first.text) not in beginnings:
        words = ", ".join(word for word in beginnings if word != "(")
        return Problem("the statement is missing or of another kind", f"begin it with one of {words}", 0)
    return None


def _unbalanced(token: Token, opened: list[Token]) -> Problem | None:
    if token.kind is not Kind.PUNCTUATION:
        return None
    if token.text in {"(", "["}:
        opened.append(token)
        if len(opened) > _MAX_DEPTH:
            return Problem(f"brackets nest deeper than {_MAX_DEPTH}", "write a simpler query", token.start)
    elif token.text in _CLOSES and (not opened or opened.pop().text != _CLOSES[token.text]):
        return Problem(f"`{token.text}` closes nothing", "take it out, or open it", token.start)
    return None


def statements(text: str) -> tuple[str, ...]:
    """Return the statements of a text that ``;`` parts, each as it is kept; one text where it has no tokens."""
    try:
        ends = [token.start for token in scan(text) if token.text == ";" and token.kind is Kind.PUNCTUATION]
    except LexicalError:
        return (text,)
    starts = [0, *(end + 1 for end in ends)]
    pieces = (text[start:end].strip() for start, end in zip(starts, [*ends, len(text)], strict=True))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=4096)
def folded(text: str) -> tuple[Token, ...]:
    """Return the tokens of a query without comments, unquoted words in lower case; none where it has no tokens."""
    try:
        return tuple(
            token._replace(text=fold(token.text)) if token.kind is Kind.WORD else token
            for token in scan(text)
            if token.kind is not Kind.COMMENT
        )
    except LexicalError:
        return ()


@lru_cache(maxsize=4096)
def expands(text: str) -> bool:
    """Return whether ``*`` stands somewhere for all columns of what is read, rather than for a product or a count."""
    found = folded(text)
    for at, token in enumerate(found):
        if token.text == "*" and at:
            before, behind = found[at - 1], found[at + 1] if at + 1 < len(found) else None
            if before.text == "." or (before.text != "(" and (behind is None or _ends_item(behind))):
                return True
    return False


def _ends_item(token: Token) -> bool:
    return token.text in {",", ")", ";"} or (token.kind is Kind.WORD and token.text in _BEHIND_FROM | {"from"})


def same_rows(old: str, new: str) -> bool:
    """Return whether two plain queries surely read the same rows, whatever columns they make of them."""
    before, after = _parts(folded(old)), _parts(folded(new))
    if before is None or after is None or "distinct" in (before.columns[:1] + after.columns[:1]):
        return False
    return before._replace(columns=()) == after._replace(columns=())


def gives(query: str, name: str) -> bool:
    """Return whether a query may give a column of a name without being told to call one so: one of another it will."""
    parts = _parts(folded(query))
    if parts is None:
        return True
    columns = (*parts.columns, ",")
    return any(one in {name, quote(name)} and behind == "," for one, behind in pairwise(columns))


class _Parts(NamedTuple):
    """The tokens of a plain query: before its columns, its columns, what it reads from, and the rest."""

    head: tuple[str, ...]
    columns: tuple[str, ...]
    sources: tuple[str, ...]
    rest: tuple[str, ...]


def kept_columns(old: str, new: str) -> Literal["all", "more"] | None:
    """Return whether all columns of one query are those of the other, or the first of them, as surely as tokens tell.

    So it is where what stands before and behind the columns stays, or joins come to what is read, and none of the
    columns is named by ``*``.
    """
    if expands(old) or expands(new):
        return None
    before, after = _parts(folded(old)), _parts(folded(new))
    if before is None or after is None or before.head != after.head:
        return None
    shorter, longer = sorted((before.sources, after.sources), key=len)
    if longer[: len(shorter)] != shorter:
        return None
    more = after.columns[len(before.columns) :]
    if after.columns[: len(before.columns)] != before.columns or (more and more[0] != ","):
        return None
    return "more" if more else "all"


def _parts(found: Sequence[Token]) -> _Parts | None:
    """Return the parts of a query of one ``select``; None where it is another."""
    top = [at for at, depth in _depths(found) if not depth]
    words = {at: found[at].text for at in top if found[at].kind is Kind.WORD}
    selects = [at for at, word in words.items() if word == "select"]
    if len(selects) != 1 or not _COMBINES.isdisjoint(words.values()):
        return None
    begin = selects[0]
    begin_from = next((at for at in top if at > begin and words.get(at) == "from" and _reads(found, at)), len(found))
    end = next((at for at in top if at > begin_from and words.get(at) in _BEHIND_FROM), len(found))
    texts = tuple(token.text for token in found)
    return _Parts(texts[:begin], texts[begin + 1 : begin_from], texts[begin_from:end], texts[end:])


def _depths(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    depth = 0
    for at, token in enumerate(found):
        depth -= token.text in {")", "]"}
        yield at, depth
        depth += token.text in {"(", "["}


def _reads(found: Sequence[Token], at: int) -> bool:
    """Return whether a ``from`` begins what is read, rather than compares, as in ``is distinct from``."""
    return not (at > 1 and found[at - 1].text == "distinct" and found[at - 2].text in {"is", "not"})
