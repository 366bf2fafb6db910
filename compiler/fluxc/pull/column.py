"""Columns as YAML: the short form wherever it says everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.column import SERIALS
from fluxc.model.shortform import Reference, ShortFormError, Spec, parse
from fluxc.model.type_table import INTEGERS
from fluxc.pull.foreign_key import is_short_reference, long_reference, reference_text
from fluxc.pull.options import parameters_form, some
from fluxc.pull.privileges import access_form, counter_form
from fluxc.pull.sequence import counting_form, serial_form, serial_of

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.constraint import Check, ForeignKey
    from fluxc.pull.sight import Sight

_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")


class Beside(NamedTuple):
    """What a column says of its table: keys of it alone, a reference, which may decline to bring an index, a check.

    ``set_on_update`` is what a trigger assigns it.
    """

    primary_key: bool = False
    unique: bool = False
    reference: ForeignKey | None = None
    declined: bool = False
    check: Check | None = None
    set_on_update: str | None = None


def column_form(item: Column, sight: Sight, beside: Beside) -> object:
    """Return a column as the text that reads like SQL, or in the long form."""
    text = _short(item, sight, beside) if _may_be_short(item, sight, beside) else None
    return text if text is not None else long_column(item, sight, beside)


def _may_be_short(item: Column, sight: Sight, beside: Beside) -> bool:
    said = item.generated or item.collation or item.storage or item.compression or item.counting or item.sequence_name
    kept = item.options or item.statistics is not None or item.doc is not None
    if said or kept or item.identity == "by default" or beside.check:
        return False
    if (
        access_form(item, sight)
        or counter_form(item, sight)
        or _serial(item, sight, beside.reference)
        or beside.set_on_update is not None
    ):
        return False
    return beside.reference is None or is_short_reference(beside.reference, declined=beside.declined)


def _serial(item: Column, sight: Sight, key: ForeignKey | None) -> object:
    """Return what is said of the sequence that the column owns, beside the word `serial`; None for nothing.

    That word is a type, which a reference that gives the column its type leaves no room for.
    """
    sequence = serial_of(item, sight)
    said = serial_form(sequence, item, sight) if sequence is not None else None
    draws = item.serial or sequence is not None
    return True if said is None and draws and key is not None and sight.takes_type(item) else said


def _type(item: Column, sight: Sight) -> str:
    told = serial_of(item, sight)
    if item.serial or (told is not None and serial_form(told, item, sight) is None):
        return SERIALS[item.type]
    return sight.type_text(item.type)


def _drawn(item: Column, sight: Sight) -> str | None:
    """Return the default as it is written, None where the sequence of the column says it."""
    return sight.default(item.default) if item.default is not None and serial_of(item, sight) is None else None


def _short(item: Column, sight: Sight, beside: Beside) -> str | None:
    """Return the short form; None where it would mean something else."""
    key = beside.reference
    if key is not None and not sight.takes_type(item):
        return None
    kind = _type(item, sight) + ("?" if item.nullable else "") if key is None else ""
    words = (
        kind,
        "primary key" if beside.primary_key else "",
        "unique" if beside.unique else "",
        "identity" if item.identity else "",
        f"-> {reference_text(key, sight, nullable=item.nullable)}" if key is not None else "",
        f"= {default}" if (default := _drawn(item, sight)) is not None else "",
    )
    text = " ".join(word for word in words if word)
    return text if _reads_as(text, item, sight, beside) else None


def _reads_as(text: str, item: Column, sight: Sight, beside: Beside) -> bool:
    key = beside.reference
    wanted = Spec(
        type=_type(item, sight) if key is None else None,
        nullable=item.nullable,
        primary_key=beside.primary_key,
        unique=beside.unique,
        identity=item.identity,
        reference=Reference(sight.target(key), key.on_delete, key.on_update) if key is not None else None,
        default_sql=_drawn(item, sight),
    )
    try:
        return parse(text) == wanted
    except ShortFormError:
        return False


def long_column(item: Column, sight: Sight, beside: Beside) -> dict[str, Any]:
    """Return a column in the long form."""
    key = beside.reference
    typed = key is None or not sight.takes_type(item)
    kind = _type(item, sight) + ("?" if item.nullable else "") if typed else None
    first = some(
        type=kind,
        references=_references(key, sight, nullable=item.nullable and not typed, declined=beside.declined),
        primary_key=beside.primary_key,
        unique=beside.unique,
        identity=_identity(item, sight),
        serial=_serial(item, sight, key),
    )
    last = some(
        generated=_generated(item, sight),
        check=sight.sql(beside.check.expression) if beside.check is not None else None,
        collation=sight.collation(item.collation) if item.collation is not None else None,
        storage=item.storage,
        compression=item.compression,
        statistics=item.statistics,
        options=parameters_form(item.options) or None,
        set_on_update=sight.sql(beside.set_on_update) if beside.set_on_update is not None else None,
        doc=item.doc,
    )
    return {**first, **_default(item, sight), **last, **access_form(item, sight)}


def _references(key: ForeignKey | None, sight: Sight, *, nullable: bool, declined: bool) -> object:
    if key is None:
        return None
    text = reference_text(key, sight, nullable=nullable)
    if is_short_reference(key, declined=declined) and _is_reference(text, key, sight):
        return text
    return long_reference(key, sight, nullable=nullable, declined=declined)


def _is_reference(text: str, key: ForeignKey, sight: Sight) -> bool:
    try:
        return parse(f"-> {text}").reference == Reference(sight.target(key), key.on_delete, key.on_update)
    except ShortFormError:
        return False


def _identity(item: Column, sight: Sight) -> object:
    if item.identity is None:
        return None
    named = {"name": item.sequence_name} if item.sequence_name else {}
    options = {**counting_form(item.counting), **named, **counter_form(item, sight)}
    if options:
        return {**({"generate": item.identity} if item.identity != "always" else {}), **options}
    return item.identity if item.identity != "always" else True


def _default(item: Column, sight: Sight) -> dict[str, Any]:
    text = item.default
    if text is None or serial_of(item, sight) is not None:
        return {}
    if item.type == "boolean" and text in {"true", "false"}:
        return {"default": text == "true"}
    if item.type in INTEGERS and _WHOLE.fullmatch(text) and str(int(text)) == text:
        return {"default": int(text)}
    return {"default_sql": sight.default(text)}


def _generated(item: Column, sight: Sight) -> object:
    if item.generated is None:
        return None
    text = sight.sql(item.generated)
    return {"expression": text, "virtual": True} if item.virtual else text
