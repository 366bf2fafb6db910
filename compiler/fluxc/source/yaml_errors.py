# pyright: basic
"""A YAML parser's errors in plain words, with the place and the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.diagnostics import Diagnostic
from fluxc.source.excerpt import Lines

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

    from fluxc.diagnostics import Span

_ALIGN = "align the line with its neighbours, and put one blank behind each `:` and `-`"
_CLOSE = "close it, or quote the whole value if the sign belongs to its text"
_QUOTE = "quote the whole value"
_MISFIT = "this line does not fit the lines around it"
_OPEN_QUOTE = "the quote that opens here is never closed"


class _Fault(NamedTuple):
    """What to say when the parser's problem contains ``sign``; ``opening`` points to where the broken thing begins."""

    sign: str
    message: str
    advice: str
    code: str = "yaml-syntax"
    opening: bool = False


_FAULTS = (
    _Fault("mapping values", "a `:` stands where no key can be", f"{_QUOTE} if the `:` is text, or {_ALIGN}"),
    _Fault("sequence entries", "a `-` stands where no list can begin", "begin the list on a line of its own"),
    _Fault("mapping keys", "a `?` stands where no key can be", f"{_QUOTE} if the `?` is text"),
    _Fault("could not find expected ':'", "this line has no `:` behind its key", f"write `key: value`, or {_ALIGN}"),
    _Fault("',' or ']'", "the list that begins with `[` is not closed", _CLOSE),
    _Fault("',' or '}'", "the mapping that begins with `{` is not closed", _CLOSE),
    _Fault("end of stream", _OPEN_QUOTE, "write the closing quote", opening=True),
    _Fault("document separator", _OPEN_QUOTE, "write the closing quote", opening=True),
    _Fault("document indicator", _OPEN_QUOTE, "write the closing quote", opening=True),
    _Fault("cannot start any token", "a value cannot begin with this character", _QUOTE),
    _Fault("escape", "YAML does not know this escape", "use single quotes, or write `\\\\` for a backslash"),
    _Fault("tag handle", "a tag is not allowed", "quote the value if the `!` belongs to it", "yaml-tag"),
    _Fault("directive", "a `%` directive is not allowed", "take the line away", "yaml-directive"),
    _Fault("node content", "a value is missing here", "write a value, or quote it if the sign belongs to its text"),
    _Fault("expected key", _MISFIT, _ALIGN),
    _Fault("'-' indicator", _MISFIT, _ALIGN),
    _Fault("<block end>", _MISFIT, _ALIGN),
    _Fault(
        "unexpected ':'",
        "a `:` stands inside a value in brackets",
        "quote it, or put a blank behind the `:`",
    ),
    _Fault("<document start>", "text stands behind the end of the document", "put it inside, or take it away"),
    _Fault("alphabetic", "an anchor or alias has no name", "quote the value if the sign belongs to it", "yaml-anchor"),
)

_INDENTATION = ("mapping values", "expected key", "expected ':'", "'-' indicator", "<block end>")


def explain(error: YAMLError, file: str, text: str) -> Diagnostic:
    """Return the diagnostic for a text that the parser refused."""
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    lines = Lines(text)
    at = _index(getattr(error, "problem_mark", None), 0)
    if (tab := _tab(problem, text, at)) is not None:
        message, advice = "a tab stands where YAML allows only spaces", "indent with spaces"
        return Diagnostic("tab-indentation", message, lines.span(file, tab, tab + 1), advice)
    opening = _index(getattr(error, "context_mark", None), at)
    for fault in _FAULTS:
        if fault.sign in problem:
            return _worded(fault, lines.span(file, at, at + 1), lines.span(file, opening, opening + 1))
    return Diagnostic("yaml-syntax", f"this is not YAML: {problem}", lines.span(file, at, at + 1), _ALIGN)


def _worded(fault: _Fault, span: Span, opening: Span) -> Diagnostic:
    begins = f" (it begins in line {opening.line})" if fault.advice is _CLOSE else ""
    return Diagnostic(fault.code, fault.message + begins, opening if fault.opening else span, fault.advice)


def _index(mark: Any, default: int) -> int:
    return default if mark is None else int(mark.index)


def _tab(problem: str, text: str, at: int) -> int | None:
    """Return where a tab stands that indents the line at fault; a tab inside brackets does no harm."""
    if text[at : at + 1] == "\t":
        return at
    begin = text.rfind("\n", 0, at) + 1
    tab = text.find("\t", begin, at)
    indents = tab >= 0 and not text[begin:tab].strip(" ") and any(sign in problem for sign in _INDENTATION)
    return tab if indents else None
