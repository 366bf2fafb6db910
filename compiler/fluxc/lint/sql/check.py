"""The rules over scripts: every statement in turn, with what the script has done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.lint.check import Found, Linted
from fluxc.lint.levels import Levels, unknown_rules
from fluxc.lint.rule import all_rules
from fluxc.lint.sql.allow import Allowances, SqlAllowance, allowances
from fluxc.lint.sql.cut import cut
from fluxc.lint.sql.forms import Words
from fluxc.lint.sql.read import is_command, read
from fluxc.lint.sql.script import Script, parts_of
from fluxc.source.excerpt import Lines, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxc.lint.rule import Finding, Rule
    from fluxc.lint.sql.cut import Cut, Statement, Word
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.source import Source
    from fluxc.project.lint import LintSettings


_NONE: Final = Allowances(())


def check_sql(sources: Sequence[Source], settings: LintSettings, today: date) -> Linted:
    """Return what the rules say of scripts; raises InputError where settings name a rule that is not there."""
    rules = all_rules()
    wrong = tuple(unknown_rules(rules, settings))
    if wrong:
        raise InputError(wrong)
    levels = Levels(rules, settings)
    active = {code: rule for code, rule in rules.items() if levels.may_matter(code)}
    return together(sources, active, levels, today)


def together(sources: Sequence[Source], rules: Mapping[str, Rule], levels: Levels, today: date) -> Linted:
    """Return what these rules say of scripts."""
    said = [_Check(source, rules, levels, today).run() for source in sources]
    return Linted(
        tuple(item for one in said for item in one.found),
        tuple(item for one in said for item in one.suppressed),
        tuple(item for one in said for item in one.others),
        sum(one.statements for one in said),
    )


class _Check:
    """One pass over a script."""

    def __init__(self, source: Source, rules: Mapping[str, Rule], levels: Levels, today: date) -> None:
        self.source = source
        self.rules = rules
        self.levels = levels
        self.today = today
        self.lines = Lines(source.text)
        self.by_form: dict[type[Form], Sequence[Rule]] = {}
        self.found: list[Found] = []
        self.suppressed: list[Found] = []
        self.others: list[Diagnostic] = []

    def run(self) -> Linted:
        """Look at every statement up to where the script is SQL no more."""
        done = cut(self.source.text)
        statements = [statement for statement in done.statements if self._is_known(statement)]
        forms = [read(statement) for statement in statements]
        script = Script(self.source, forms)
        for statement, form in zip(statements, forms, strict=True):
            allowed = self._allowed(statement.comments) if statement.comments else _NONE
            words = Words(start=statement.start, end=statement.end, words=statement.words)
            for part in (words, *parts_of(form)):
                self._look(part, script, allowed)
            script.pass_over(form)
            self.others += allowed.left(self.today)
        self._end(done)
        return Linted(tuple(self.found), tuple(self.suppressed), tuple(self.others), len(statements))

    def _end(self, done: Cut) -> None:
        if done.problem is not None:
            self._not_sql(*done.problem)
            return
        self.others += self._allowed(done.comments).left(self.today)

    def _is_known(self, statement: Statement) -> bool:
        if is_command(statement):
            return True
        word = statement.words[0]
        self._not_sql(f"no statement begins with `{shown(word.text)}`", word.start, word.end)
        return False

    def _not_sql(self, reason: str, start: int, end: int) -> None:
        span = self.lines.span(self.source.file, start, end)
        self.others.append(Diagnostic("not-sql", reason, span, "mend the statement"))

    def _allowed(self, comments: Sequence[Word]) -> Allowances:
        """Return the suppressions that comments make, after telling what is wrong with others."""
        known: list[SqlAllowance] = []
        for item in allowances(comments, self.source.file, self.lines):
            error = item if isinstance(item, Diagnostic) else item.wrong(all_rules())
            if error is not None:
                self.others.append(error)
            elif isinstance(item, SqlAllowance) and item.rule in self.rules:
                known.append(item)
        return Allowances(known)

    def _look(self, form: Form, script: Script, allowed: Allowances) -> None:
        kind = type(form)
        if kind not in self.by_form:
            self.by_form[kind] = [rule for rule in self.rules.values() if issubclass(kind, rule.forms)]
        for rule in self.by_form[kind]:
            assert rule.read is not None  # it has forms
            for finding in rule.read(form, script):
                self._add(rule, form, finding, allowed)

    def _add(self, rule: Rule, form: Form, finding: Finding, allowed: Allowances) -> None:
        suppression = allowed.of(rule.code, form.about, self.today)
        severity = self.levels.at(rule.code, self.source.file, form.object)
        if severity is None:
            return
        start, end = finding.span or (form.start, form.end)
        span = self.lines.span(self.source.file, start, end)
        said = Diagnostic(rule.code, finding.message, span, finding.help, severity)
        if suppression is None:
            self.found.append(Found(said, form.object))
        else:
            self.suppressed.append(Found(said, form.object, reason=suppression.reason))
