"""The short form of a column: text that reads like an SQL column definition."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from fluxc.model.column import Action, Identity
    from fluxc.model.column_declaration import ReferenceDeclaration


class Reference(NamedTuple):
    """A reference as written: the target's text and the actions; ``long`` has the options of the long form."""

    target: str
    on_delete: Action = "no action"
    on_update: Action = "no action"
    indexed: bool = True
    long: ReferenceDeclaration | None = None


class Spec(NamedTuple):
    """A column as written, short or long, before names are looked up."""

    type: str | None
    nullable: bool = False
    primary_key: bool = False
    unique: bool = False
    identity: Identity | None = None
    reference: Reference | None = None
    default_sql: str | None = None


class ShortFormError(ValueError):
    """The text is no column; ``help`` says how it is written."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


GRAMMAR: Final = "TYPE[?] [primary key] [unique] [identity] [-> TABLE[?] [on delete ACTION] [on update ACTION]] [= SQL]"

_NAME = r'(?:"(?:[^"]|"")+"|[^\W\d][\w$]*)'
_ACTION = r"(no\s+action|restrict|cascade|set\s+null|set\s+default)"
_DEFAULT: Final = re.compile(r"""(?P<head>(?:[^="]|"(?:[^"]|"")*")*)(?:=(?P<default>.*))?""", re.DOTALL)
_FLAGS: Final = re.compile(r"\s+(primary\s+key|unique|identity)\s*$", re.IGNORECASE)
_TARGET: Final = re.compile(
    rf"\s*(?P<target>{_NAME}(?:\s*\.\s*{_NAME})?(?:\s*\(\s*{_NAME}\s*\))?)\s*(?P<null>\?)?(?P<rest>.*)", re.DOTALL
)
_CLAUSE: Final = re.compile(
    rf"\s*(?:on\s+(?P<event>delete|update)\s+(?P<action>{_ACTION})|(?P<flag>primary\s+key|unique))(?=\s|$)",
    re.IGNORECASE,
)
_SQL_WORDS: Final = (
    (r"\bnot\s+null\b", "leave out `not null`: a column is required unless its type ends in `?`"),
    (r"\bnull\b", "write `?` behind the type for a column that takes null"),
    (r"\bdefault\b", "write a default as `= EXPRESSION`"),
    (r"\breferences\b", "write a reference as `-> table`, without a type"),
    (r"\bgenerated\b", "write `identity` for an identity column"),
    (r"\bcheck\b", "put the condition under `checks:` of the table, or `check:` in the long form"),
)


@lru_cache(maxsize=16384)
def parse(text: str) -> Spec:
    """Return what a column's short form says; raises ShortFormError."""
    match = _DEFAULT.fullmatch(text)
    if match is None:
        raise ShortFormError(f"no column can be read from `{text[:60]}`", f"a column is written {GRAMMAR}")
    default = match["default"].strip() if match["default"] is not None else None
    if default == "":
        raise ShortFormError("nothing follows the `=`", "write an SQL expression behind it, or leave it out")
    head, arrow, target = match["head"].strip().partition("->")
    head, flags = _flags(head)
    nullable = head.endswith("?")
    type_text = head.removesuffix("?").strip()
    reference = None
    if arrow:
        reference, target_nullable, more = _reference(target)
        nullable = nullable or target_nullable
        flags |= more
        if type_text:
            raise ShortFormError(
                f"`{type_text}` stands before `->`", "leave the type out: a reference takes the type of its target"
            )
    elif not type_text:
        raise ShortFormError("the type is missing", f"a column is written {GRAMMAR}")
    else:
        _refuse_sql_words(type_text)
    return Spec(
        type=type_text or None,
        nullable=nullable,
        primary_key="primary key" in flags,
        unique="unique" in flags,
        identity="always" if "identity" in flags else None,
        reference=reference,
        default_sql=default,
    )


def _flags(head: str) -> tuple[str, set[str]]:
    found: set[str] = set()
    head = f" {head}"  # a flag alone, as in `unique -> users`, has a blank before it too
    while match := _FLAGS.search(head):
        found.add(" ".join(match[1].lower().split()))
        head = head[: match.start()]
    return head.strip(), found


def _reference(text: str) -> tuple[Reference, bool, set[str]]:
    match = _TARGET.fullmatch(text)
    if match is None:
        raise ShortFormError(
            f"`{text.strip()[:60]}` names no table", "write `-> table`, `-> domain.table` or `-> table(column)`"
        )
    actions: dict[str, str] = {}
    flags: set[str] = set()
    rest = match["rest"].rstrip()
    while rest:
        clause = _CLAUSE.match(rest)
        if clause is None:
            raise ShortFormError(
                f"`{rest.strip()[:60]}` is not understood behind `-> {match['target']}`",
                "on delete and on update take no action, restrict, cascade, set null or set default",
            )
        if clause["flag"]:
            flags.add(" ".join(clause["flag"].lower().split()))
        else:
            actions[clause["event"].lower()] = " ".join(clause["action"].lower().split())
        rest = rest[clause.end() :]
    reference = Reference(
        match["target"],
        cast("Action", actions.get("delete", "no action")),
        cast("Action", actions.get("update", "no action")),
    )
    return reference, match["null"] is not None, flags


def _refuse_sql_words(type_text: str) -> None:
    if '"' in type_text:
        return
    for pattern, cure in _SQL_WORDS:
        if re.search(pattern, type_text, re.IGNORECASE):
            raise ShortFormError(f"`{type_text[:60]}` is no type", cure)
