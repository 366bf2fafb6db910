"""Declared functions and procedures into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from fluxc.model import names, routine_text, statement_text
from fluxc.model.domain import DomainFile
from fluxc.model.draft import listed
from fluxc.model.lower_bodies import BAD, depends_on, routine_body, settings
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.routine import Argument, Coded, Function, Procedure, routine_name
from fluxc.model.routine_declaration import FunctionDeclaration, ProcedureDeclaration, VerbatimDeclaration
from fluxc.model.routine_types import argument_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.routine_declaration import ArgumentsForm, CodedDeclaration
    from fluxc.model.routine_text import ArgumentText, Signature

Declared = TypeVar("Declared", bound="CodedDeclaration")


def lower_routines(low: Lowering, domain: str, files: Files) -> None:
    """Take in the functions and the procedures of a domain."""
    for file, place in files:
        if not isinstance(file, DomainFile):
            continue
        for name, form in file.functions.items():
            _lower(low, domain, name, _long(form, FunctionDeclaration), place / "functions" / name)
        for name, said in file.procedures.items():
            _lower(low, domain, name, _long(said, ProcedureDeclaration), place / "procedures" / name)


def _long(form: str | Declared, kind: type[Declared]) -> Declared:
    """Return the long form of what may be a body alone."""
    return kind(body=form, set={}, transform=[], depends_on=[]) if isinstance(form, str) else form


def _lower(low: Lowering, domain: str, key: str, said: CodedDeclaration, place: Place) -> None:
    noun = "function" if isinstance(said, FunctionDeclaration) else "procedure"
    try:
        written = written_signature(key, said.arguments)
        if not low.findings.name(written.name, noun, place):
            return
        arguments = lower_arguments(low, domain, written.arguments or (), place)
        made: Coded | None
        if isinstance(said, FunctionDeclaration):
            made = _function(low, domain, written.name, arguments, said, place)
        else:
            common = _common(low, domain, written.name, said, place)
            made = Procedure(**_named(low, domain, written.name, arguments), **common) if common else None
    except routine_text.SignatureError as problem:
        low.findings.add(BAD, str(problem), place, problem.help, key=True)
        return
    if made is not None and arguments is not None and _legal(low, made, place):
        was = [made.name.replace(made.quoted, names.quote(name), 1) for name in listed(said.was or [])]
        low.add(made, place, was or None)
        lower_privileges(low, made, *said.access(), place)


def written_signature(key: str, said: ArgumentsForm | None) -> Signature:
    """Return the name and the arguments, which stand in the key or else below it."""
    found = routine_text.signature(key)
    if said is None:
        return found
    if isinstance(said, dict):
        below = tuple(routine_text.argument(text, name) for name, text in said.items())
    else:
        below = tuple(routine_text.argument(text) for text in said)
    if found.arguments is not None and _inputs(found.arguments) != _inputs(below):
        message = f"the types in `{key[:70]}` are not those of its `arguments`"
        raise routine_text.SignatureError(message, "write the same types in the key, or the name alone")
    return found._replace(arguments=below)


def _inputs(arguments: Iterable[ArgumentText]) -> list[str]:
    return [" ".join(each.type.lower().split()) for each in arguments if each.mode not in {"out", "table"}]


def lower_arguments(
    low: Lowering, domain: str, written: Iterable[ArgumentText], place: Place
) -> tuple[Argument, ...] | None:
    """Return arguments with their types looked up; None where one of them is wrong, which is recorded."""
    found: list[Argument] = []
    whole = True
    for each in written:
        type_text = argument_type(low, each.type, domain, place)
        default = low.sql(each.default, domain, place) if each.default is not None else None
        named = not each.name or low.findings.name(each.name, "argument", place)
        if type_text is None or (default is None and each.default is not None) or not named:
            whole = False
            continue
        found.append(Argument(mode=each.mode, name=each.name, type=type_text, default=default))
    return tuple(found) if whole else None


def _named(low: Lowering, domain: str, name: str, arguments: tuple[Argument, ...] | None) -> dict[str, Any]:
    given = arguments or ()
    return {"place": (low.scope.domains[domain],), "name": routine_name(name, given), "arguments": given}


def _function(
    low: Lowering,
    domain: str,
    name: str,
    arguments: tuple[Argument, ...] | None,
    said: FunctionDeclaration,
    place: Place,
) -> Function | None:
    common = _common(low, domain, name, said, place)
    where = place / "returns" if said.returns is not None else place
    written = _result(said)
    columns = lower_arguments(low, domain, written.table, where)
    found = argument_type(low, written.type, domain, where) if written.type is not None else None
    if said.immutable and said.stable:
        low.findings.add(BAD, "a function is immutable or stable, not both", place / "stable", "leave one of them out")
    if common is None or columns is None or (found is None and written.type is not None):
        return None
    everything = (*(arguments or ()), *columns)
    outs = [argument.type for argument in everything if argument.mode in {"out", "inout"}]
    if outs or columns:
        told = "record" if len(outs) > 1 else outs[0] if outs else None
        if found is not None and found != told:
            message = f"the function returns {found}, and its arguments say {told or 'a table'}"
            low.findings.add(BAD, message, where, "leave `returns` out, or the mode `out`")
        found = None
    elif found is None:
        found = "void"
    setof = written.setof
    compiled = common["language"] in {"c", "internal"}
    return Function(
        **_named(low, domain, name, everything),
        **common,
        returns=found,
        setof=setof,
        window=said.window,
        volatility="immutable" if said.immutable else "stable" if said.stable else "volatile",
        strict=said.strict,
        leakproof=said.leakproof,
        parallel=said.parallel,
        cost=float(said.cost) if said.cost is not None and said.cost != (1 if compiled else 100) else None,
        rows=float(said.rows) if said.rows is not None and said.rows != 1000 else None,
        support=function_name(low, said.support, domain, place / "support") if said.support else None,
    )


def _result(said: FunctionDeclaration) -> routine_text.Result:
    if isinstance(said.returns, dict):
        columns = (routine_text.ArgumentText("table", name, text) for name, text in said.returns.items())
        return routine_text.Result(None, setof=True, table=tuple(columns))
    return routine_text.result(said.returns) if said.returns is not None else routine_text.Result()


def function_name(low: Lowering, text: str, domain: str, place: Place) -> str | None:
    """Return the quoted name of a function without arguments; record a text that is none."""
    try:
        path = names.split_name(text)
    except ValueError:
        low.findings.add("bad-name", f"`{text[:70]}` is no name of a function", place, "write NAME or DOMAIN.NAME")
        return None
    path = low.scope.routine(path, domain)
    return names.qualified(*(path[1:] if path[0] == "pg_catalog" else path))


def _common(low: Lowering, domain: str, name: str, said: CodedDeclaration, place: Place) -> dict[str, Any] | None:
    """Return the attributes that functions and procedures share; None where the body is missing or wrong."""
    language = said.language.lower()
    if not low.findings.name(language, "language", place / "language"):
        return None
    body = routine_body(low, name, said, place)
    if body is None:
        return None
    verbatim = isinstance(said.body, VerbatimDeclaration)
    parsed = language == "sql" and not verbatim and statement_text.is_parsed_body(body)
    statement = body.strip() if parsed else None
    if statement is not None:
        statement = statement.removesuffix(";").rstrip() if statement_text.returns(statement) else statement
        if problem := statement_text.body_problem(statement):
            low.findings.add(BAD, problem, _place_of(said, place), "write `return EXPRESSION`, or `begin atomic … end`")
            return None
        low.known_to_target(statement, _place_of(said, place))
    transforms = [argument_type(low, text, domain, place / "transform") for text in said.transform]
    return {
        "doc": said.doc,
        "language": language,
        "body": body if statement is None else None,
        "library": said.library,
        "statement": statement,
        "security_definer": said.security_definer,
        "settings": tuple(settings(low, said.set, place / "set")),
        "transforms": tuple(text for text in transforms if text is not None),
        "depends_on": depends_on(low, domain, said.depends_on, place / "depends_on"),
    }


def _place_of(said: CodedDeclaration, place: Place) -> Place:
    return place / "file" if said.file is not None else place / "body"


def _legal(low: Lowering, made: Coded, place: Place) -> bool:
    """Return whether PostgreSQL would take the signature; record why it would not."""
    inputs = [argument for argument in made.arguments if argument.taken]
    defaults = [argument.default is not None for argument in inputs]
    wrong: tuple[str, str] | None = None
    named = [argument.name for argument in inputs if argument.name]
    out = [argument.name for argument in made.arguments if argument.name and argument.mode not in {"in", "variadic"}]
    if defaults != sorted(defaults) and not any(argument.mode == "variadic" for argument in inputs):
        wrong = "behind an argument with a default all have one", "give the others a default, or change the order"
    elif any(argument.mode in {"out", "table"} and argument.default is not None for argument in made.arguments):
        wrong = "only what goes in has a default", "leave it out"
    elif len(set(named)) < len(named) or len(set(out)) < len(out):
        wrong = "two arguments have the same name", "give each a name of its own"
    elif isinstance(made, Function) and made.rows is not None and not made.setof:
        wrong = "a function that gives no set has no `rows`", "leave `rows` out, or write `returns: setof TYPE`"
    elif sum(argument.mode == "variadic" for argument in inputs) > 1:
        wrong = "only the last argument is variadic", "leave `variadic` out of the others"
    elif len(inputs) > _MOST:
        wrong = f"a routine takes at most {_MOST} arguments", "give it a composite type"
    if wrong is not None:
        low.findings.add(BAD, wrong[0], place, wrong[1], key=True)
    return wrong is None


_MOST: Final = 100
