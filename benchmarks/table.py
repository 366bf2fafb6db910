"""Outcomes as a Markdown table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cases import Failure, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from process import Measured

_HEAD = (
    "| case | tables | fluxc | against | takes | ratio | must | aim | |",
    "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | --- |",
)


def table(outcomes: Iterable[Outcome | Failure]) -> str:
    """Return the table; the last column marks what holds its aim, its must, or neither."""
    return "\n".join([*_HEAD, *map(line, outcomes)])


def line(outcome: Outcome | Failure) -> str:
    """Return one line of the table."""
    tables = outcome.count or ""
    if isinstance(outcome, Failure):
        return f"| {outcome.case} | {tables} | failed | {' '.join(outcome.reason.split())[:200]} | | | | | ✗ |"
    bound, unit = outcome.bound, outcome.unit
    mine = _seconds(outcome.fluxc) if unit == "x" else ""
    other = _seconds(outcome.other) if outcome.other else ""
    value = "" if outcome.value is None else _value(outcome.value, unit)
    limits = f"{_value(bound.must, unit)} | {_value(bound.aim, unit)}"
    return (
        f"| {outcome.case} | {tables} | {mine} | {outcome.against} | {other} | {value} | {limits} | {mark(outcome)} |"
    )


def mark(outcome: Outcome) -> str:
    """Return ``✓✓`` where the aim is met, ``✓`` where the must is, ``✗`` where neither, nothing where unmeasured."""
    if outcome.value is None:
        return ""
    if outcome.value <= outcome.bound.aim:
        return "✓✓"
    return "✓" if outcome.value <= outcome.bound.must else "✗"


def growth(outcomes: Iterable[Outcome | Failure]) -> str:
    """Return how many milliseconds a table costs at each size: linear work keeps the lines level or falling."""
    sizes: dict[str, dict[int, float]] = {}
    for item in outcomes:
        if isinstance(item, Outcome) and item.count and item.unit == "x":
            sizes.setdefault(item.case, {})[item.count] = item.fluxc.wall * 1000 / item.count
    counts = sorted({count for each in sizes.values() for count in each if count >= 100})
    if not counts:
        return ""
    head = f"| milliseconds a table | {' | '.join(map(str, counts))} |"
    rows = [_growth_row(case, each, counts) for case, each in sizes.items()]
    return "\n".join([head, f"| --- |{' ---: |' * len(counts)}", *rows])


def _growth_row(case: str, each: dict[int, float], counts: Sequence[int]) -> str:
    return f"| {case} | {' | '.join(f'{each[count]:.2f}' if count in each else '' for count in counts)} |"


def as_json(outcomes: Iterable[Outcome | Failure]) -> list[dict[str, Any]]:
    """Return each outcome as plain data, with every sample."""
    return [_plain(item) for item in outcomes]


def _plain(item: Outcome | Failure) -> dict[str, Any]:
    if isinstance(item, Failure):
        return {"case": item.case, "tables": item.count, "failed": item.reason}
    return {
        "case": item.case,
        "tables": item.count,
        "value": item.value,
        "unit": item.unit,
        "must": item.bound.must,
        "aim": item.bound.aim,
        "against": item.against,
        "fluxc": _samples(item.fluxc),
        "other": _samples(item.other) if item.other else None,
    }


def _samples(measured: Measured) -> list[dict[str, float]]:
    return [{"wall": one.wall, "cpu": one.cpu, "peak": one.peak} for one in measured.samples]


def _seconds(measured: Measured) -> str:
    return f"{measured.wall:.2f} s" if measured.wall >= 1 else f"{measured.wall * 1000:.0f} ms"


def _value(value: float, unit: str) -> str:
    return f"{value:.0f} MiB" if unit == "MiB" else f"{value:.2f} s" if unit == "s" else f"{value:.2f}"
