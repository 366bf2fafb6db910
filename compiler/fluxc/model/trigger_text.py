"""A trigger as text that reads like SQL: when it fires, and what it runs (manual, CREATE TRIGGER)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.model.names import fold
from fluxc.model.spelling import name_of
from fluxc.model.trigger import EVENTS

if TYPE_CHECKING:
    from fluxc.lexer import Token
    from fluxc.model.trigger import Event, Timing

_SHORT: Final = "write it like `before update execute touch()`, or use the long form"
_CALL: Final = "write the function with its arguments as strings, such as `touch()` or `audit('users')`"


class Events(NamedTuple):
    """What a trigger fires on; ``columns`` are those of ``update of``."""

    events: tuple[Event, ...]
    columns: tuple[str, ...]


class Call(NamedTuple):
    """The function that a trigger runs, by the parts of its name, and the strings that it is given."""

    function: tuple[str, ...]
    arguments: tuple[str, ...]


class TriggerText(NamedTuple):
    """A trigger taken apart; ``each`` is None where the text does not say it, ``condition`` is as written."""

    timing: Timing
    on: Events
    each: Literal["row", "statement"] | None
    condition: str | None
    call: Call


class TriggerTextError(ValueError):
    """The text is no trigger; ``help`` says how one is written."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


def take_apart(text: str) -> TriggerText:
    """Return the pieces of a trigger in the short form; raises TriggerTextError."""
    reader = _Reader(text, _SHORT)
    timing = reader.timing()
    on = reader.events()
    each = reader.each()
    condition = reader.condition()
    reader.must("execute")
    if not reader.take("function"):
        reader.take("procedure")
    call = reader.call()
    reader.end()
    return TriggerText(timing, on, each, condition, call)


def events(texts: list[str]) -> Events:
    """Return the events of the long form, each ``insert``, ``update of a, b`` and so on; raises TriggerTextError."""
    found: list[Events] = []
    for text in texts:
        reader = _Reader(text, "write insert, update, `update of column`, delete or truncate")
        found.append(reader.events())
        reader.end()
    return _joined(found)


def call(text: str) -> Call:
    """Return what ``execute`` says in the long form; the brackets may be left out. Raises TriggerTextError."""
    reader = _Reader(text, _CALL)
    found = reader.call(bare=True)
    reader.end()
    return found


def _joined(found: list[Events]) -> Events:
    said = {event for one in found for event in one.events}
    return Events(
        tuple(event for event in EVENTS if event in said),
        tuple(dict.fromkeys(column for one in found for column in one.columns)),
    )


class _Reader:
    """The tokens of a text, read from the left."""

    def __init__(self, text: str, cure: str) -> None:
        self._text = text
        self._cure = cure
        self._at = 0
        try:
            self._tokens = tokens(text)
        except LexicalError as error:
            raise TriggerTextError(error.reason, cure) from error

    def take(self, *words: str) -> bool:
        """Go past these words or signs where they come next."""
        ahead = self._tokens[self._at : self._at + len(words)]
        if tuple(fold(token.text) for token in ahead) != words:
            return False
        self._at += len(words)
        return True

    def must(self, word: str) -> None:
        """Go past this word or sign."""
        if not self.take(word):
            raise self._wrong(f"`{word}` is expected")

    def end(self) -> None:
        """Find nothing more."""
        if self._at < len(self._tokens):
            raise self._wrong("nothing more is expected")

    def timing(self) -> Timing:
        """Return when the trigger fires."""
        if self.take("before"):
            return "before"
        if self.take("after"):
            return "after"
        if self.take("instead", "of"):
            return "instead of"
        raise self._wrong("before, after or instead of is expected")

    def events(self) -> Events:
        """Return one event or several with ``or`` between them."""
        found = [self._event()]
        while self.take("or"):
            found.append(self._event())
        return _joined(found)

    def _event(self) -> Events:
        event = self._verb()
        if event != "update" or not self.take("of"):
            return Events((event,), ())
        bracket = self.take("(")
        columns = [self._name()]
        while self.take(","):
            columns.append(self._name())
        if bracket:
            self.must(")")
        return Events((event,), tuple(columns))

    def _verb(self) -> Event:
        for event in EVENTS:
            if self.take(event):
                return event
        raise self._wrong("insert, update, delete or truncate is expected")

    def each(self) -> Literal["row", "statement"] | None:
        """Return whether it fires for each row or each statement, where that is said."""
        if not self.take("for"):
            return None
        self.take("each")
        if self.take("row"):
            return "row"
        self.must("statement")
        return "statement"

    def condition(self) -> str | None:
        """Return what stands in the brackets behind ``when``."""
        if not self.take("when"):
            return None
        self.must("(")
        start, depth = self._at, 1
        while self._at < len(self._tokens):
            text = self._tokens[self._at].text
            depth += (text == "(") - (text == ")")
            self._at += 1
            if not depth:
                last = self._tokens[self._at - 1]
                return self._text[self._tokens[start].start : last.start].strip()
        raise self._wrong("`)` is expected")

    def call(self, *, bare: bool = False) -> Call:
        """Return a function and its arguments, which with ``bare`` may be left out with their brackets."""
        parts = [self._name()]
        while self.take("."):
            parts.append(self._name())
        if len(parts) > 2:
            raise self._wrong("a function has a name and a schema, no more")
        if bare and self._at == len(self._tokens):
            return Call(tuple(parts), ())
        self.must("(")
        arguments: list[str] = []
        while not self.take(")"):
            if arguments:
                self.must(",")
            arguments.append(self._argument())
        return Call(tuple(parts), tuple(arguments))

    def _argument(self) -> str:
        token = self._next()
        if token.kind is Kind.STRING and token.text.startswith("'"):
            return token.text[1:-1].replace("''", "'")
        if token.kind in {Kind.WORD, Kind.NUMBER}:
            return fold(token.text)
        raise self._wrong("the arguments of a trigger's function are plain strings")

    def _name(self) -> str:
        token = self._next()
        if token.kind is Kind.WORD:
            return fold(token.text)
        if token.kind is Kind.QUOTED:
            return name_of(token)
        self._at -= 1
        raise self._wrong("a name is expected")

    def _next(self) -> Token:
        if self._at == len(self._tokens):
            raise self._wrong("more is expected")
        self._at += 1
        return self._tokens[self._at - 1]

    def _wrong(self, message: str) -> TriggerTextError:
        here = self._tokens[self._at].text if self._at < len(self._tokens) else "the end"
        return TriggerTextError(
            f"{message}, not {here[:40]!r}" if here != "the end" else f"{message} at the end", self._cure
        )
