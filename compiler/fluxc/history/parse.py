"""One migration file, text to value; marks and header lines are read, statements are not."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Final, TypeVar, cast

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.header import Header, from_the_future, garbled, read_header
from fluxc.history.marks import CLEANUP, DONE_WHEN, Region, Sections, code_line, line_of, sections
from fluxc.history.migration import PHASES, Apart, Down, Hazard, Label, State, Step, Up
from fluxc.project.timeouts import Timeouts

if TYPE_CHECKING:
    from collections.abc import Callable

Parsed = TypeVar("Parsed", Up, Down)

FILE_NAME: Final = re.compile(r"(\d{4,9})_([A-Za-z0-9_-]+)(\.down)?\.sql", re.ASCII)

_UP_KEYS: Final = frozenset(
    {"id", "parent", "state", "target", "fluxc", "phase", "decision", "hazard", "checksum"},
)
_DOWN_KEYS: Final = frozenset({"id", "label", "reason", "loses", "hazard", "checksum"})
_ID: Final = r"[0-9a-f]{16}"
_CHECKSUM: Final = r"[0-9a-f]{64}"
_MARK: Final = re.compile(r"(\d{1,6}): (?:undoes (\d{1,6}(?: \d{1,6})*), )?(no )?transaction((?:, [^,]+)*)", re.ASCII)
_SETTING: Final = re.compile(r"(?:lock_timeout|statement_timeout) \d+[a-z]*", re.ASCII)
_CONFLICT_CURE: Final = "finish the merge: keep one side of this file whole, then run `fluxc build`"
_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def parse_up(data: bytes, file: str) -> Up:
    """Return the migration in a file's bytes; raises InputError (bad-, future- or conflicting migration)."""
    return _read(data, file, lambda text: _up(text, file, hashlib.sha256(data).hexdigest()))


def parse_down(data: bytes, file: str) -> Down:
    """Return the down in a file's bytes; raises InputError like `parse_up`."""
    return _read(data, file, lambda text: _down(text, file, hashlib.sha256(data).hexdigest()))


def conflict(text: str, file: str, code: str, cure: str) -> Diagnostic | None:
    """Return the diagnostic of a file that version control left with the marks of an unfinished merge."""
    if "\n=======" not in text or not (found := _CONFLICT.search(text)):
        return None
    message = f"{file} holds the marks of an unfinished merge"
    return Diagnostic(code, message, Span(file, line_of(text, found.start())), cure)


def _read(data: bytes, file: str, parse: Callable[[str], Parsed]) -> Parsed:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        garbled(file, data.count(b"\n", 0, error.start) + 1, "it is not UTF-8")
    if found := conflict(text, file, "migration-conflict", _CONFLICT_CURE):
        raise InputError([found])
    try:
        return parse(text)
    except InputError as error:
        if future := from_the_future(text, file):
            raise InputError([future]) from error
        raise


def _up(text: str, file: str, raw_sha256: str) -> Up:
    cut = sections(text)
    if cut.delta is None:
        garbled(file, line_of(text, len(text)), "it has no line `-- delta`")
    header = read_header(text, file, "migration", _UP_KEYS, cut.body)
    steps = _steps(text, file, cut)
    if not steps:
        garbled(file, header.line, "it has no step")
    parent = header.one("parent", f"none|{_ID}")
    return Up(
        number=_number(header),
        name=header.name,
        file=file,
        id=header.one("id", _ID),
        parent=None if parent == "none" else parent,
        state=State(header.one("state", "pending|sealed")),
        target=int(header.one("target", r"\d\d")),
        fluxc=header.one("fluxc", r"\d+\.\d+\S*"),
        phase=header.one("phase", "|".join(PHASES)) if header.many("phase") else "",
        decisions=header.many("decision"),
        hazards=_hazards(header),
        checksum=header.one("checksum", _CHECKSUM),
        steps=steps,
        delta=cut.delta,
        text=text,
        raw_sha256=raw_sha256,
    )


def _down(text: str, file: str, raw_sha256: str) -> Down:
    cut = sections(text)
    if cut.delta is not None:
        garbled(file, line_of(text, cut.body_end), "a down has no delta")
    header = read_header(text, file, "down", _DOWN_KEYS, cut.body)
    label = Label(header.one("label", "|".join(Label)))
    steps = _steps(text, file, cut)
    if bool(steps) == (label is Label.IMPOSSIBLE):
        garbled(file, header.line, f"it is labelled {label} and has {len(steps) or 'no'} steps")
    _undoes_each_once(steps, file)
    return Down(
        name=header.name,
        file=file,
        id=header.one("id", _ID),
        label=label,
        reasons=header.many("reason"),
        loses=tuple(_loss(line, header) for line in header.many("loses")),
        hazards=_hazards(header),
        checksum=header.one("checksum", _CHECKSUM),
        steps=steps,
        text=text,
        raw_sha256=raw_sha256,
    )


def _hazards(header: Header) -> tuple[Hazard, ...]:
    return tuple(Hazard(*line.partition(" ")[::2]) for line in header.many("hazard"))


def _steps(text: str, file: str, cut: Sections) -> tuple[Step, ...]:
    for start, end in ((0, cut.body), (cut.body_end, len(text))):
        if (stray := code_line(text, start, end)) is not None:
            garbled(file, line_of(text, stray), "a line outside its steps is no comment")
    return tuple(_step(text, file, region, number) for number, region in enumerate(cut.regions, 1))


def _step(text: str, file: str, region: Region, number: int) -> Step:
    line = line_of(text, region.start)
    mark = _MARK.fullmatch(region.mark)
    if mark is None or not all(map(_SETTING.fullmatch, mark[4].split(", ")[1:])):
        garbled(file, line, f"the mark `step {region.mark[:80]}` is not understood")
    if int(mark[1]) != number:
        garbled(file, line, f"step {mark[1]} stands where step {number} belongs")
    undoes = tuple(map(int, mark[2].split())) if mark[2] else ()
    timeouts = _timeouts(mark[4])
    if mark[3]:
        return _apart(text, file, region, number)._replace(undoes=undoes, timeouts=timeouts)
    start, end = _transaction(text, region)
    for stray in (code_line(text, region.start, max(start, region.start)), code_line(text, end, region.end)):
        if start < 0 or stray is not None:
            garbled(file, line_of(text, stray or region.start), f"step {number} is not one `begin;` … `commit;`")
    return Step(number, text[start:end], line_of(text, start), undoes, timeouts=timeouts)


def _timeouts(settings: str) -> Timeouts:
    said = dict(setting.split(" ") for setting in settings.split(", ")[1:])
    return Timeouts(said.get("lock_timeout", ""), said.get("statement_timeout", ""))


def _apart(text: str, file: str, region: Region, number: int) -> Step:
    """Return a step without a transaction: below its mark it says when it is done, and how to clean up behind it."""
    at = region.start + 1
    said = {DONE_WHEN: "", CLEANUP: ""}
    for prefix in said:
        if text.startswith(prefix, at, region.end):
            end = text.find("\n", at, region.end)
            said[prefix] = text[at + len(prefix) : end].strip()
            at = end + 1
    start = code_line(text, at, region.end)
    if not said[DONE_WHEN] or start is None:
        garbled(file, line_of(text, region.start), f"step {number} does not say when it is done, or does nothing")
    start = text.rfind("\n", 0, start) + 1
    body = text[start : region.end].rstrip()
    return Step(number, body, line_of(text, start), apart=Apart(said[DONE_WHEN], said[CLEANUP]))


def _transaction(text: str, region: Region) -> tuple[int, int]:
    """Return where ``begin;`` starts and ``commit;`` ends, or -1 and the region's end."""
    start = text.find("\nbegin;", region.start, region.end) + 1
    commit = text.rfind("\ncommit;", start, region.end)
    return (start, commit + len("\ncommit;")) if start > 0 and commit >= 0 else (-1, region.end)


def _number(header: Header) -> int:
    found = FILE_NAME.fullmatch(f"{header.name}.sql")
    if found is None:
        garbled(header.file, header.line, f"its name `{header.name[:80]}` is not a number and words")
    return int(found[1])


def _loss(line: str, header: Header) -> tuple[str, ...]:
    try:
        parts: object = json.loads(line)
    except (ValueError, RecursionError):
        parts = None
    names = cast("list[object]", parts) if isinstance(parts, list) else []
    if len(names) not in (2, 3) or not all(isinstance(name, str) for name in names):
        garbled(header.file, header.line, f"`loses: {line[:80]}` names no table or column")
    return tuple(map(str, names))


def _undoes_each_once(steps: tuple[Step, ...], file: str) -> None:
    undone = [number for step in steps for number in step.undoes]
    for step in steps:
        if not step.undoes or len(set(undone)) != len(undone):
            garbled(file, step.line, "its steps do not undo each step of the migration once")
