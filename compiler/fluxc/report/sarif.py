"""Diagnostics as SARIF 2.1.0, the format in which code scanning takes the findings of a tool."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol
from urllib.parse import quote

import fluxc
from fluxc.report.paths import below

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.diagnostics import Diagnostic, Span

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Paged(Protocol):
    """A rule with its page."""

    @property
    def summary(self) -> str:
        """Return the one sentence that says what the rule finds."""
        ...

    @property
    def page(self) -> str:
        """Return the whole page."""
        ...


class Suppressed(Protocol):
    """A finding that is suppressed, and why."""

    @property
    def diagnostic(self) -> Diagnostic:
        """Return the finding."""
        ...

    @property
    def reason(self) -> str | None:
        """Return why it is suppressed."""
        ...


def sarif(
    diagnostics: Sequence[Diagnostic],
    suppressed: Sequence[Suppressed],
    base: str,
    rules: Mapping[str, Paged],
    kind: Literal["inSource", "external"] = "inSource",
) -> str:
    """Return the log of one run; ``base`` leads from the repository to the project, ``kind`` says where reasons are."""
    codes = sorted({item.code for item in (*diagnostics, *(found.diagnostic for found in suppressed))})
    results = [_result(item, codes, base) for item in diagnostics]
    for found in suppressed:
        said = {"kind": kind, "justification": found.reason}
        results.append({**_result(found.diagnostic, codes, base), "suppressions": [said]})
    driver = {"name": "fluxc", "semanticVersion": fluxc.__version__, "rules": _descriptors(codes, rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _descriptors(codes: Iterable[str], rules: Mapping[str, Paged]) -> list[dict[str, Any]]:
    """Return what is known of the codes: of a rule its whole page, of another message its code alone."""
    described: list[dict[str, Any]] = []
    for code in codes:
        descriptor: dict[str, Any] = {"id": code}
        if (rule := rules.get(code)) is not None:
            descriptor["shortDescription"] = {"text": rule.summary}
            descriptor["help"] = {"text": rule.page, "markdown": rule.page}
        described.append(descriptor)
    return described


def _result(item: Diagnostic, codes: list[str], base: str) -> dict[str, Any]:
    text = f"{item.message}. {item.help}." if item.help else item.message
    return {
        "ruleId": item.code,
        "ruleIndex": codes.index(item.code),
        "level": str(item.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(item.span, base)}] if item.span else [],
    }


def _location(span: Span, base: str) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": quote(below(base, span.file))}}
    if not span.line:
        return artifact
    end = span.column + max(span.length, 1)
    return {**artifact, "region": {"startLine": span.line, "startColumn": span.column, "endColumn": end}}
