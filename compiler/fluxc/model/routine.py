"""Functions and procedures (manual, CREATE FUNCTION and CREATE PROCEDURE)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from fluxc.model.names import prefix, quote, unquote
from fluxc.model.query import terminated
from fluxc.model.state import Object

Mode = Literal["in", "out", "inout", "variadic", "table"]
Volatility = Literal["volatile", "stable", "immutable"]
Parallel = Literal["unsafe", "restricted", "safe"]


class Argument(BaseModel):
    """An argument; ``type`` is a canonical type, ``default`` a canonical expression.

    Those of mode ``table`` are the columns of what ``returns table`` gives.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Mode = "in"
    name: str = ""
    type: str
    default: str | None = None

    @property
    def taken(self) -> bool:
        """Return whether a call gives it, so that its type tells one routine from another."""
        return self.mode in {"in", "inout", "variadic"}


class Routine(Object):
    """What functions, procedures and aggregates have in common: they are told apart by their input types too.

    ``name`` is the quoted name with these types, as in ``add(integer, integer)``.
    """

    arguments: tuple[Argument, ...] = ()

    @property
    def input_types(self) -> str:
        """Return the types of the arguments that a call gives."""
        return ", ".join(argument.type for argument in self.arguments if argument.taken)

    @property
    def called(self) -> str:
        """Return the name without the types, by which SQL texts call the routine."""
        return unquote(self.quoted)

    @property
    def quoted(self) -> str:
        """Return the name without the types, quoted where it must be."""
        return self.name.removesuffix(f"({self.input_types})")

    @property
    def sql(self) -> str:
        """Return the qualified name with the types."""
        return f"{prefix(self.place)}{self.name}"

    @property
    def head(self) -> str:
        """Return the quoted and qualified name without types."""
        return f"{prefix(self.place)}{self.quoted}"

    @property
    def bodies(self) -> tuple[str, ...]:
        """Return the texts that the server takes as they are, and understands only when it runs them."""
        return ()


class Coded(Routine):
    """A function or a procedure.

    ``body`` is the text between the quotes, the symbol in ``library`` for C; ``statement`` is in its place the body
    that the server parses at once, and keeps parsed.  ``settings`` are pairs of a parameter and its value as the
    server keeps them.  ``depends_on`` are names that the texts do not show, qualified.
    """

    parsed: ClassVar[bool] = True
    loose: ClassVar[tuple[str, ...]] = ("statement",)

    language: str = "sql"
    body: str | None = None
    library: str | None = None
    statement: str | None = None
    security_definer: bool = False
    settings: tuple[tuple[str, str], ...] = ()
    transforms: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """Return the body, where it is a text between quotes."""
        return (self.body,) if self.body is not None and self.library is None else ()

    @property
    def parsed_body(self) -> str:
        """Return the body that the server parses so that what follows does not end up in a comment at its end."""
        assert self.statement is not None
        return terminated(self.statement)

    @property
    def parses(self) -> bool:
        """Return whether the server looks up names in the texts when the routine is made."""
        return self.statement is not None or any(argument.default is not None for argument in self.arguments)

    @property
    def setting_lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the settings with the values of each, of which only some have several."""
        from fluxc.model.settings import values  # few routines have settings

        return tuple((name, values(name, value)) for name, value in self.settings)


class Function(Coded):
    """A function; ``returns`` is None where its arguments tell what it gives. None is PostgreSQL's own choice."""

    kind: ClassVar[str] = "function"
    noun: ClassVar[str] = "function"

    returns: str | None = None
    setof: bool = False
    window: bool = False
    volatility: Volatility = "volatile"
    strict: bool = False
    leakproof: bool = False
    parallel: Parallel = "unsafe"
    cost: float | None = None
    rows: float | None = None
    support: str | None = None

    @property
    def table(self) -> tuple[Argument, ...]:
        """Return the columns of ``returns table``."""
        return tuple(argument for argument in self.arguments if argument.mode == "table")

    @property
    def given(self) -> tuple[Argument, ...]:
        """Return the arguments that stand between the brackets."""
        return tuple(argument for argument in self.arguments if argument.mode != "table")

    @property
    def result(self) -> str | None:
        """Return the type behind ``returns``, None where nothing has to stand there."""
        outs = [argument.type for argument in self.arguments if argument.mode in {"out", "inout"}]
        if self.returns is not None or not self.setof or not outs:
            return self.returns
        return outs[0] if len(outs) == 1 else "record"


class Procedure(Coded):
    """A procedure."""

    kind: ClassVar[str] = "procedure"
    noun: ClassVar[str] = "procedure"

    @property
    def given(self) -> tuple[Argument, ...]:
        """Return the arguments that stand between the brackets."""
        return self.arguments


def routine_name(name: str, arguments: tuple[Argument, ...]) -> str:
    """Return the name of a routine that tells it from others: quoted, with the types of its arguments."""
    return f"{quote(name)}({', '.join(argument.type for argument in arguments if argument.taken)})"


def replaceable(old: Routine, new: Routine) -> bool:
    """Return whether ``create or replace`` makes the one of the other (manual, CREATE FUNCTION, Notes)."""
    if type(old) is not type(new) or len(old.arguments) != len(new.arguments):
        return False
    if isinstance(old, Function) and isinstance(new, Function):
        same = (old.returns, old.setof, old.window) == (new.returns, new.setof, new.window)
        if not same:
            return False
    return all(map(_replaceable_argument, old.arguments, new.arguments))


def _replaceable_argument(old: Argument, new: Argument) -> bool:
    if (old.mode, old.type) != (new.mode, new.type) or (old.default is not None and new.default is None):
        return False
    # an input that has no name may get one; a name of what comes out is part of the result
    return old.name == new.name or (old.name == "" and old.mode in {"in", "variadic"})
