"""PostgreSQL's lexical rules: SQL text to tokens (manual, section 4.1), with standard_conforming_strings on."""

from __future__ import annotations

import hashlib
import re
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"
    STRING = "string"
    NUMBER = "number"
    PARAMETER = "parameter"
    OPERATOR = "operator"
    PUNCTUATION = "punctuation"
    COMMENT = "comment"


class Token(NamedTuple):
    """A piece of SQL text and the offset where it starts.

    The text is as written, quotes and prefixes included; only the gap within a string that is continued on another
    line is one newline. ``::``, ``:=``, ``..``, ``:``, ``.``, ``,``, ``;`` and brackets are punctuation.
    """

    kind: Kind
    text: str
    start: int


class LexicalError(ValueError):
    """The text is not made of SQL tokens: ``reason`` says why, at ``offset``."""

    def __init__(self, reason: str, offset: int) -> None:
        self.reason = reason
        self.offset = offset
        super().__init__(f"{reason} at offset {offset}")


# What a name may begin with and go on with, said by what it may not: written as ranges up to U+10FFFF, these classes
# would take tens of milliseconds to compile at every start.
_NOT_START: Final = r"\x00-@\[-\^`{-\x7f\ud800-\udfff"
_NOT_TAG: Final = r"\x00-/:-@\[-\^`{-\x7f\ud800-\udfff"
_NOT_NAME: Final = r"\x00-#%-/:-@\[-\^`{-\x7f\ud800-\udfff"
_START: Final = f"[^{_NOT_START}]"
_WORD: Final = rf"{_START}[^{_NOT_NAME}]*+"
_GAP: Final = r"(?:[ \t\f\v]|--[^\n\r]*+)*+[\n\r](?:[ \t\n\r\f\v]++|--[^\n\r]*+[\n\r])*+"
_PLAIN: Final = r"'[^']*+(?:''[^']*+)*+'"
_ESCAPED: Final = r"'[^'\\]*+(?:(?:''|\\.)[^'\\]*+)*+'"
_DIGITS: Final = r"[0-9](?:_?[0-9])*+"
_NUMBER: Final = (
    r"(?:0[xX](?:_?[0-9A-Fa-f])++|0[oO](?:_?[0-7])++|0[bB](?:_?[01])++"
    rf"|(?:{_DIGITS}(?:\.(?!\.)(?:{_DIGITS})?+)?+|\.{_DIGITS})(?:[Ee][-+]?{_DIGITS})?+)(?!{_START})"
)
_QUICK_WORD: Final = rf"""{_WORD}(?!['"&])"""
_PUNCTUATION: Final = r"::|:=|[()\[\],;:]"
_OPERATORS: Final = r"(?:[~!@\#^&|`?+*%<>=]|-(?!-)|/(?!\*))++"
_QUOTED: Final = r'(?:[Uu]&)?+"(?!"(?!"))[^"]*+(?:""[^"]*+)*+"'
_PREFIXED: Final = rf"(?:[BbXxNn]|[Uu]&)?+{_PLAIN}"
_LINE_COMMENT: Final = r"--[^\n\r]*+"
_BLANKS: Final = r"[ \t\n\r\f\v]*+"

# No alternative gives back what it has read: every repetition is possessive, so a scan is linear.
_SCAN: Final = re.compile(
    rf"""(?:
    (?P<quick_word>{_QUICK_WORD})
    |(?P<punctuation>{_PUNCTUATION})
    |(?P<number>{_NUMBER})
    |(?P<dot>\.\.?+)
    |(?P<string>{_PREFIXED}(?:{_GAP}(?P<plain_gap>){_PLAIN})*+
        |[Ee]{_ESCAPED}(?:{_GAP}(?P<escaped_gap>){_ESCAPED})*+)
    |(?P<comment>{_LINE_COMMENT})
    |(?P<operator>{_OPERATORS})
    |(?P<quoted>{_QUOTED})
    |(?P<word>(?![Ee]'){_WORD})
    |(?P<parameter>\$[0-9]++(?!{_START}))
    |(?P<long>/\*|\$(?:{_START}[^{_NOT_TAG}]*+)?+\$)
    |(?P<broken>[^ \t\n\r\f\v])
    ){_BLANKS}""",
    re.VERBOSE | re.DOTALL,
)
# The tokens that nearly all SQL is made of, read as `_SCAN` reads them, without comments. An empty piece stands for
# any other: a run of signs that may be several operators, a string in parts, what is long or broken.
_COMMON: Final = re.compile(
    rf"(?:({_QUICK_WORD}|{_PUNCTUATION}|{_NUMBER}|\.\.?+|{_PREFIXED}(?!{_GAP}')|{_OPERATORS}(?<![-+])|{_QUOTED})"
    rf"|[^ \t\n\r\f\v]){_BLANKS}(?:{_LINE_COMMENT}{_BLANKS})*+"
)
_GROUPS: Final = _SCAN.groupindex
_KINDS: Final = {_GROUPS[kind.value]: kind for kind in Kind} | {
    _GROUPS["quick_word"]: Kind.WORD,
    _GROUPS["dot"]: Kind.PUNCTUATION,
}
_STRING: Final = _GROUPS["string"]
_COMMENT: Final = _GROUPS["comment"]
_OPERATOR: Final = _GROUPS["operator"]
_LONG: Final = _GROUPS["long"]
_BROKEN: Final = _GROUPS["broken"]
_SPECIAL: Final = frozenset({_STRING, _OPERATOR, _LONG, _BROKEN})
_COMMENT_EDGE: Final = re.compile(r"/\*|\*/")
_PLAIN_SEGMENT: Final = re.compile(rf"({_PLAIN})(?:{_GAP})?+")
_ESCAPED_SEGMENT: Final = re.compile(rf"({_ESCAPED})(?:{_GAP})?+", re.DOTALL)
_UNENDED: Final = {"'": "a string does not end", '"': "a quoted identifier does not end"}
_SIGN_MAY_END: Final = re.compile(r"[~!@#^&|`?%]")


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of ``text`` without comments; raises LexicalError."""
    return tuple(Token(_KINDS[group], piece, start) for group, piece, start in _pieces(text) if group != _COMMENT)


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text``, comments among them; raises LexicalError."""
    return (Token(_KINDS[group], piece, start) for group, piece, start in _pieces(text))


def statement_tokens_digest(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the tokens without comments and white space; raises LexicalError.

    The case of unquoted words counts. NUL, which no token holds, parts the tokens.
    """
    _refuse_nul(text)
    pieces: list[str] = _COMMON.findall(text)
    if "" in pieces:
        pieces = [piece for group, piece, _ in _pieces(text) if group != _COMMENT]
    return hashlib.sha256("\0".join(pieces).encode(errors="surrogatepass")).hexdigest()


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise LexicalError("NUL is no character of SQL", text.index("\0"))


def _pieces(text: str) -> Iterator[tuple[int, str, int]]:
    _refuse_nul(text)
    resume: int | None = 0
    while resume is not None:
        position, resume = resume, None
        for match in _SCAN.finditer(text, position):
            group = match.lastindex
            assert group is not None
            if group not in _SPECIAL:
                yield group, match[group], match.start()
            elif group == _LONG:
                start = match.start()
                resume = _end_of_long(text, start, match[group])
                yield (_COMMENT if text[start] == "/" else _STRING), text[start:resume], start
                break
            else:
                yield from _special(match, group)


def _end_of_long(text: str, start: int, opening: str) -> int:
    inside = start + len(opening)
    if opening == "/*":
        return _end_of_comment(text, inside)
    end = text.find(opening, inside)
    if end < 0:
        raise LexicalError(f"a string that {opening} begins does not end", start)
    return end + len(opening)


def _end_of_comment(text: str, inside: int) -> int:
    depth = 1
    for edge in _COMMENT_EDGE.finditer(text, inside):
        depth += 1 if edge[0] == "/*" else -1
        if not depth:
            return edge.end()
    raise LexicalError("a comment does not end", inside - 2)


def _special(match: re.Match[str], group: int) -> Iterator[tuple[int, str, int]]:
    piece, start = match[group], match.start()
    if group == _BROKEN:
        raise LexicalError(_reason(piece, match.string[start : start + 2]), start)
    if group == _OPERATOR:
        for part in _operators(piece):
            yield group, part, start
            start += len(part)
    else:
        yield group, _string(piece, match), start


def _operators(run: str) -> list[str]:
    """Return the operators in a run of operator characters: only an unusual one may end in a sign (section 4.1.3)."""
    if len(run) == 1 or run[-1] not in "+-" or _SIGN_MAY_END.search(run):
        return [run]
    first = run.rstrip("+-") or run[0]
    return [first, *run[len(first) :]]


def _string(piece: str, match: re.Match[str]) -> str:
    if match["plain_gap"] is None and match["escaped_gap"] is None:
        return piece
    segment = _ESCAPED_SEGMENT if piece[0] in "Ee" else _PLAIN_SEGMENT
    return segment.sub("\\1\n", piece)[:-1]


def _reason(character: str, head: str) -> str:
    if head == '""':
        return "a quoted identifier is empty"
    if re.fullmatch(r"[.$]?[0-9].?", head, re.DOTALL):
        return "a number or parameter runs into a word"
    return _UNENDED.get(head[1:] if head in {"e'", "E'"} else character, f"{character} has no meaning in SQL")
