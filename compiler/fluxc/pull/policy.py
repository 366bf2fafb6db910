"""Policies as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.model.policy import Policy
    from fluxc.pull.sight import Sight


def policy_form(item: Policy, sight: Sight) -> object:
    """Return a policy without its name: its condition where that says all, or the long form."""
    long = long_policy(item, sight)
    return long["using"] if long.keys() == {"using"} else long


def long_policy(item: Policy, sight: Sight) -> dict[str, Any]:
    """Return a policy in the long form, without its name."""
    said: dict[str, Any] = {} if item.permissive else {"as": "restrictive"}
    if item.command != "all":
        said["for"] = item.command
    if item.roles != ("public",):
        said["to"] = item.roles[0] if len(item.roles) == 1 else list(item.roles)
    for key, text in (("using", item.using), ("check", item.check)):
        if text is not None:
            said[key] = text == "true" if text in {"true", "false"} else sight.sql(text)
    return said | some(doc=item.doc)
