"""The rules over scripts: every statement in turn, with what the script has done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.lint.check import Found, Linted
from fluxc.lint.levels import Levels, unknown_rules
from fluxc.lint.rule import Finding, all_rules
from fluxc.lint.sql.allow import Allowances, SqlAllowance, allowances
from fluxc.lint.sql.cut import cut
from fluxc.lint.sql.forms import Words
from fluxc.lint.sql.outcome import MEASURED
from fluxc.lint.sql.read import is_command, read
from fluxc.lint.sql.script import Script, parts_of
from fluxc.source.excerpt import Lines, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from fluxc.lint.rule import Rule
    from fluxc.lint.sql.cut import Cut, Statement, Word
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.outcome import Effect, Outcome
    from fluxc.lint.sql.source import Source
    from fluxc.project.lint import LintSettings


_NONE: Final = Allowances(())
_ONCE: Final = "missing-lock-timeout"
_MEASURED_ONCE: Final = "measured lock"


class _Said(NamedTuple):
    """What a rule says of a form; ``effect`` is what a server was seen to do, where it was."""

    rule: Rule
    form: Form
    finding: Finding
    effect: Effect | None = None


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
            said = [item for part in (words, *parts_of(form)) for item in self._said(part, script)]
            outcome = (self.source.outcomes or {}).get(statement.start)
            if outcome is not None:
                said = list(self._measured(form, script, said, outcome, allowed))
            elif any(item.rule.code == _ONCE for item in said):
                script.first(_MEASURED_ONCE)
            for item in said:
                self._add(item, allowed)
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

    def _said(self, form: Form, script: Script) -> Iterator[_Said]:
        """Yield what the rules say of a form by its text."""
        kind = type(form)
        if kind not in self.by_form:
            self.by_form[kind] = [rule for rule in self.rules.values() if issubclass(kind, rule.forms)]
        for rule in self.by_form[kind]:
            assert rule.read is not None  # it has forms
            for finding in rule.read(form, script):
                yield _Said(rule, form, finding)

    def _measured(
        self, form: Form, script: Script, said: Sequence[_Said], outcome: Outcome, allowed: Allowances
    ) -> Iterator[_Said]:
        """Yield what is left of guesses about a statement that a server has run, and what was seen beside them."""
        from fluxc.lint.sql.placing import about, placed  # few have a server run what they lint

        guesses = [item for item in said if item.rule.code in MEASURED]
        for item in guesses:
            allowed.of(item.rule.code, item.form.about, self.today)  # a suppression that is needed without a server
        yield from (item for item in said if item.rule.code not in MEASURED)
        for effect in outcome.effects:
            rule = self.rules.get(effect.code)
            if rule is None or (rule.code == _ONCE and not script.first(_MEASURED_ONCE)):
                continue
            guess = next((item for item in guesses if item.rule is rule and about(item.form, effect)), None)
            part = guess.form if guess else placed(form, effect, rule)
            span = guess.finding.span if guess else None
            yield _Said(rule, part, Finding(effect.message, effect.help, span=span), effect)

    def _add(self, said: _Said, allowed: Allowances) -> None:
        rule, form, finding, effect = said
        names = form.about if effect is None else (*form.about, effect.object)
        suppression = allowed.of(rule.code, names, self.today)
        name = form.object if effect is None else effect.object
        severity = self.levels.at(rule.code, self.source.file, name)
        if severity is None:
            return
        start, end = finding.span or (form.start, form.end)
        span = self.lines.span(self.source.file, start, end)
        diagnostic = Diagnostic(rule.code, finding.message, span, finding.help, severity)
        if suppression is None:
            self.found.append(Found(diagnostic, name))
        else:
            self.suppressed.append(Found(diagnostic, name, reason=suppression.reason))
