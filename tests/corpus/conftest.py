"""What a run over the corpus tells at its end: the score by kind, of schemas one by one and of cases together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.score import added, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from tests.corpus.score import Score


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the tables."""
    of_schemas, of_cases = sorted(_found(terminalreporter, "schema")), list(_found(terminalreporter, "case"))
    if not of_schemas and not of_cases:
        return
    terminalreporter.section("score")
    for name, score, _ in of_schemas:
        equal, every = (sum(row[at] for row in score.values()) for at in range(2))
        terminalreporter.write_line(f"{name}: {equal} of {every} objects equal")
    for title, found in (("schemas", of_schemas), ("cases", of_cases)):
        if found:
            terminalreporter.write_line(f"\n{sum(passed for *_, passed in found)} of {len(found)} {title} equal\n")
            for line in lines(added(score for _, score, _ in found)):
                terminalreporter.write_line(line)


def _found(terminalreporter: pytest.TerminalReporter, what: str) -> Iterator[tuple[str, Score, bool]]:
    """Yield the name, the score and whether it passed of each test that has such a score."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, score in getattr(report, "user_properties", ()) if getattr(report, "when", "") == "call" else ():
                if name == what:
                    yield report.nodeid.partition("[")[2].rstrip("]"), score, report.passed
