"""Cutting a script into statements as psql does: its own commands, and rows of `copy … from stdin`, are passed over."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind, LexicalError, scan
from fluxc.model.names import fold

if TYPE_CHECKING:
    from fluxc.lexer import Token

_CLOSING: Final = {"(": ")", "[": "]"}
_COMMAND: Final = re.compile(r"[^\n]*")
_SENDS: Final = re.compile(r"\\(?:g|watch|crosstabview|;)")
_COPY_COMMAND: Final = re.compile(r"\\copy\b.*\bfrom\s+(?:p?stdin)\b", re.IGNORECASE)
_END_OF_ROWS: Final = re.compile(r"^\\\.[^\n]*$", re.MULTILINE)


class Word(NamedTuple):
    """A token of a statement: a bare word folded, anything else as written, with its offsets."""

    text: str
    start: int
    end: int


class Statement(NamedTuple):
    """The tokens of a statement without its semicolon, and the comments above it, in it and on its last line."""

    words: tuple[Word, ...]
    comments: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Return the offset of its first token."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Return the offset behind its last token."""
        return self.words[-1].end


class Problem(NamedTuple):
    """What is no SQL: the reason, and the offsets of the place."""

    reason: str
    start: int
    end: int


class Cut(NamedTuple):
    """The statements of a script up to where it stops being SQL, and the comments behind the last of them."""

    statements: tuple[Statement, ...]
    comments: tuple[Word, ...]
    problem: Problem | None


def cut(text: str) -> Cut:
    """Return the statements of a script."""
    cutter = _Cutter(text)
    start: int | None = 0
    problem: Problem | None = None
    while start is not None:
        begun = start
        try:
            start = cutter.read(begun)
        except LexicalError as error:
            place = begun + error.offset
            start = cutter.behind_command(place)
            if start is None:
                problem = Problem(error.reason, place, place + 1)
    problem = problem or cutter.unbalanced()
    if problem is None:
        cutter.finish()
    return Cut(tuple(cutter.statements), tuple(cutter.comments), problem)


class _Cutter:
    """The pass over a script; a command of psql or rows of `copy` end a stretch, and another begins behind them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.statements: list[Statement] = []
        self.words: list[Word] = []
        self.comments: list[Word] = []
        self.open: list[Word] = []
        self.stray: Word | None = None
        self.block = 0

    def read(self, start: int) -> int | None:
        """Read from an offset on; return where to go on, None at the end of the text; raises LexicalError."""
        for token in scan(self.text[start:] if start else self.text):
            if token.kind is Kind.COMMENT:
                self._comment(Word(token.text, start + token.start, start + token.start + len(token.text)))
            elif token.text == ";" and not self.open and not self.block:
                if self._is_copy():
                    return self._behind_rows(start + token.start)
                self.finish()
            else:
                self._take(token, start)
        return None

    def _comment(self, comment: Word) -> None:
        """Take in a comment: on the line where a statement ends it is about that one, elsewhere about the next."""
        last = self.statements[-1] if self.statements and not (self.words or self.comments) else None
        if last is not None and "\n" not in self.text[last.end : comment.start]:
            self.statements[-1] = last._replace(comments=(*last.comments, comment))
        else:
            self.comments.append(comment)

    def _take(self, token: Token, offset: int) -> None:
        text = fold(token.text) if token.kind is Kind.WORD else token.text
        word = Word(text, offset + token.start, offset + token.start + len(token.text))
        if text in _CLOSING:
            self.open.append(word)
        elif text in {")", "]"}:
            if self.open and _CLOSING[self.open[-1].text] == text:
                self.open.pop()
            else:
                self.stray = self.stray or word
        elif self.block or text == "atomic":
            self._count_block(text)
        self.words.append(word)

    def _count_block(self, text: str) -> None:
        if text == "atomic":
            self.block += bool(self.words) and self.words[-1].text == "begin"
        else:
            self.block += (text == "case") - (text == "end")

    def finish(self) -> None:
        """End the statement that was being read, if there is one."""
        if self.words:
            self.statements.append(Statement(tuple(self.words), tuple(self.comments)))
            self.words, self.comments = [], []

    def _is_copy(self) -> bool:
        words = [word.text for word in self.words]
        return words[:1] == ["copy"] and any(pair == ("from", "stdin") for pair in pairwise(words))

    def _behind_rows(self, semicolon: int) -> int:
        self.finish()
        line_end = self.text.find("\n", semicolon)
        found = _END_OF_ROWS.search(self.text, line_end + 1) if line_end >= 0 else None
        return found.end() if found else len(self.text)

    def behind_command(self, at: int) -> int | None:
        """Return the end of the command of psql that stands there; None where there is none."""
        if not self.text.startswith("\\", at):
            return None
        command = _COMMAND.match(self.text, at)
        assert command is not None
        if _SENDS.match(command[0]):
            self.finish()
        if _COPY_COMMAND.match(command[0]):
            found = _END_OF_ROWS.search(self.text, command.end())
            return found.end() if found else len(self.text)
        return command.end()

    def unbalanced(self) -> Problem | None:
        """Return what is wrong with the brackets."""
        if self.stray is not None:
            return Problem(f"`{self.stray.text}` closes nothing", self.stray.start, self.stray.end)
        if self.open:
            word = self.open[0]
            return Problem(f"a bracket does not close: `{word.text}`", word.start, word.end)
        return None
