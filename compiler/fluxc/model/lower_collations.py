"""Declared collations into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.collation import Collation, collation_path
from fluxc.model.names import qualified

if TYPE_CHECKING:
    from fluxc.model.collation import CollationDeclaration
    from fluxc.model.domain import AnyFile
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_collations(low: Lowering, domain: str, namespace: str, file: AnyFile, place: Place) -> None:
    """Take in the collations of a file; record what cannot be."""
    for name, said in file.collations.items():
        where = place / "collations" / name
        if low.findings.name(name, "collation", where) and _is_whole(low, said, where):
            item = Collation(place=(namespace,), name=name, doc=said.doc, **_options(low, domain, said, where))
            low.add(item, where, said.was)


def _is_whole(low: Lowering, said: CollationDeclaration, place: Place) -> bool:
    """Return whether the declaration says one collation and nothing that contradicts it."""
    both = said.lc_collate is not None and said.lc_ctype is not None
    either = said.lc_collate is not None or said.lc_ctype is not None
    ways = [said.copy_of is not None, said.locale is not None, either]
    if sum(ways) != 1 or either != both:
        message = "a collation is a `locale`, `lc_collate` with `lc_ctype`, or made `from` another"
        low.findings.add("bad-value", message, place, "say exactly one of these")
    elif said.copy_of is not None and (said.provider != "libc" or not said.deterministic or said.rules is not None):
        message = "a collation made `from` another says nothing more"
        low.findings.add("bad-value", message, place, "leave out everything but `from`")
    elif either and said.provider != "libc":
        message = f"provider {said.provider} has one locale for everything"
        low.findings.add("bad-value", message, place, "write `locale`")
    elif said.provider != "icu" and (not said.deterministic or said.rules is not None):
        low.findings.add("bad-value", "only ICU has rules, and texts that are equal and not the same", place, _ICU)
    else:
        return True
    return False


_ICU = "write `provider: icu`, or leave `deterministic` and `rules` out"


def _options(low: Lowering, domain: str, said: CollationDeclaration, place: Place) -> dict[str, Any]:
    if said.provider == "builtin":
        low.findings.needs(17, "a collation of provider builtin", place / "provider")
        if said.locale == "PG_UNICODE_FAST":
            low.findings.needs(18, "locale PG_UNICODE_FAST", place / "locale")
    if said.rules is not None:
        low.findings.needs(16, "a collation with rules", place / "rules")
    if said.copy_of is not None:
        try:
            path = low.scope.collation(collation_path(said.copy_of), domain)
        except ValueError:
            message = f"`{said.copy_of[:70]}` names no collation"
            low.findings.add("bad-name", message, place / "from", "write its name, such as `C`")
            return {}
        low.known_to_target(f"collate {qualified(*path)}", place / "from")
        return {"copied": qualified(*path)}
    same = said.lc_collate == said.lc_ctype and said.lc_collate is not None
    locale = said.lc_collate if same else said.locale
    categories = {} if same else {"lc_collate": said.lc_collate, "lc_ctype": said.lc_ctype}
    rest = {"provider": said.provider, "deterministic": said.deterministic, "rules": said.rules}
    return {"locale": locale, **categories, **rest}
