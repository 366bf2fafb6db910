"""Enums, sequences and extensions that a person wrote, brought to say something else."""

from __future__ import annotations

from typing import Any

from fluxc.pull.merge import is_list, is_mapping, merged, put


def brought(raw: object, own: object, new: object, *, ordered: bool = False) -> object:
    """Return what shall stand for something that is written as ``raw``; ``ordered``: the order of keys counts."""
    before = own if is_mapping(own) else {}
    if not is_mapping(new) or raw is None:
        return new
    result = merged(raw, before, new, new)
    if ordered and is_mapping(result):
        return {**{key: result[key] for key in new if key in result}, **result}
    return result


def brought_enum(raw: object, own: object, new: object) -> object:
    """Return what shall stand for an enum: its values keep their earlier names."""
    return _enum(raw, _long_enum(own), _long_enum(new), new)


def _long_enum(form: object) -> dict[str, Any]:
    return form if is_mapping(form) else {"values": form or []}


def _enum(raw: object, own: dict[str, Any], new: dict[str, Any], short: object) -> object:
    values: list[Any] = new["values"]
    old: list[Any] = _long_enum(raw)["values"]
    written = {inner["value"]: inner for inner in old if is_mapping(inner) and inner["was"] not in values}
    kept = [written.get(value, value) for value in values]
    result = merged(raw, own, {**new, "values": kept}, kept if is_list(short) else {**new, "values": kept})
    if is_mapping(raw) and is_mapping(result):
        removed = {gone: to for gone, to in raw.get("removed", {}).items() if gone not in values}
        put(result, "removed", removed or None, ("values", "removed"))
    return result


def extensions(raw: object, name: str, said: dict[str, Any] | None, *, gone: bool) -> object:
    """Return the section of extensions with one of them as it shall be, None where none is left."""
    names: list[str] = list(raw) if is_list(raw) or is_mapping(raw) else []
    if not is_mapping(raw) and said is None:
        rest = [inner for inner in names if inner != name or not gone]
        return ([*rest, name] if name not in rest and not gone else rest) or None
    whole = dict(raw) if is_mapping(raw) else dict.fromkeys(names)
    old = whole.get(name)
    if gone:
        whole.pop(name, None)
    else:
        more = {key: value for key, value in old.items() if key == "types"} if is_mapping(old) else {}
        whole[name] = {**more, **(said or {})} or None
    return whole or None
