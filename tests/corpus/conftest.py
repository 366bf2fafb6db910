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
    of_schemas, of_cases = dict(_found(terminalreporter, "schema")), dict(_found(terminalreporter, "case"))
    if not of_schemas and not of_cases:
        return
    terminalreporter.section("score")
    for name, score in sorted(of_schemas.items()):
        equal, every = (sum(row[at] for row in score.values()) for at in range(2))
        terminalreporter.write_line(f"{name}: {equal} of {every} objects equal")
    for title, scores in (("schemas", of_schemas), ("cases", of_cases)):
        if scores:
            whole = sum(all(row[0] == row[1] for row in score.values()) for score in scores.values())
            terminalreporter.write_line(f"\n{whole} of {len(scores)} {title} equal\n")
            for line in lines(added(scores.values())):
                terminalreporter.write_line(line)


def _found(terminalreporter: pytest.TerminalReporter, what: str) -> Iterator[tuple[str, Score]]:
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, score in getattr(report, "user_properties", ()) if getattr(report, "when", "") == "call" else ():
                if name == what:
                    yield report.nodeid.partition("[")[2].rstrip("]"), score
