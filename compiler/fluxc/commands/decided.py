"""What was decided about a plan: on the command line, and when the pending migration was first written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, InputError, Severity, did_you_mean
from fluxc.model.names import qualified
from fluxc.plan.decisions import Decisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.commands.answers import Answers
    from fluxc.history.migration import History
    from fluxc.model.findings import Place
    from fluxc.model.state import Key
    from fluxc.plan.phases import Plain
    from fluxc.plan.planning import Plan


def decisions(history: History, answers: Answers) -> Decisions:
    """Return the answers of the command line and those that the pending migration keeps."""
    kept = [decision for migration in history.pending for decision in migration.decisions]

    def said(verb: str) -> frozenset[str]:
        return frozenset(text.removeprefix(verb) for text in kept if text.startswith(verb))

    return Decisions(
        drops=said("drop ") | set(answers.drops),
        no_renames=answers.no_renames or "no-renames" in kept,
        unattended=answers.unattended,
        assumed=said("assume "),
    )


def refuse_unused_drops(plans: Iterable[Plan], answers: Answers) -> None:
    """Raise InputError for a `--drop` of what is not dropped: most likely the name is misspelt."""
    gone, asked = set[str](), False
    for planned in plans if answers.drops else ():
        gone |= {item.key.object for item in planned.operations}
        gone |= {decision.removeprefix("drop ") for decision in planned.decisions}
        gone |= {question.object for question in planned.questions}
        asked = asked or bool(planned.questions)
    wrong = [name for name in answers.drops if name not in gone]
    if wrong and not asked:
        found = [
            Diagnostic(
                "nothing-to-drop", f"--drop {name}: this build drops no such object", None, did_you_mean(name, gone)
            )
            for name in wrong
        ]
        raise InputError(found)


def refuse_beyond_target(plans: Iterable[Plan], target: int, places: Mapping[Key, Place]) -> None:
    """Raise InputError for changes that a server of the version ``target`` cannot make."""
    beyond = [item for planned in plans for item in planned.operations if item.since > target]
    if beyond:
        raise InputError(
            Diagnostic(
                "needs-newer-target",
                f"to {(said := item.describe())[:1].lower()}{said[1:]} needs PostgreSQL {item.since}, "
                f"and `target` in fluxc.toml is {target}",
                places[item.key].span() if item.key in places else None,
                f"write `target = {item.since}` in fluxc.toml if it runs on no older server, or leave it as it was",
            )
            for item in beyond
        )


def at_once(plain: Iterable[Plain], places: Mapping[Key, Place]) -> Iterator[Diagnostic]:
    """Yield a warning for each change of a table in use that running code will notice all the same."""
    for item in plain:
        message = f"{item.noun} {qualified(*item.key.path)} changes under running code, in one migration: {item.reason}"
        place = places.get(item.key)
        yield Diagnostic("not-in-phases", message, place.span() if place else None, item.cure, Severity.WARNING)
