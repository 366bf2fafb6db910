"""How much a rule matters at a place: by default, by the project's settings, by the overrides for files and names."""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from fluxc.diagnostics import Span
    from fluxc.lint.rule import Rule
    from fluxc.project.lint import LintSettings, Override, Pattern

_ANY: Final = re.compile("")


class _Area(NamedTuple):
    """What an override is for, and its levels."""

    files: re.Pattern[str]
    objects: re.Pattern[str]
    levels: Mapping[str, Severity | None]


class Levels:
    """The levels of rules under the settings of a project."""

    def __init__(self, rules: Mapping[str, Rule], settings: LintSettings) -> None:
        said = {setting.rule: setting.level for setting in settings.levels}
        self._levels = {code: said.get(code, rule.level) for code, rule in rules.items()}
        self._areas = [_area(override) for override in reversed(settings.overrides)]

    def may_matter(self, code: str) -> bool:
        """Return whether a rule is on anywhere."""
        return self._levels[code] is not None or any(area.levels.get(code) for area in self._areas)

    def at(self, code: str, file: str, name: str) -> Severity | None:
        """Return the level of a rule for an object of this qualified name, declared in this file; None is off."""
        for area in self._areas:
            if code in area.levels and area.files.match(file) and area.objects.match(name):
                return area.levels[code]
        return self._levels[code]


def _area(override: Override) -> _Area:
    levels = {setting.rule: setting.level for setting in override.levels}
    return _Area(_pattern(override.files), _pattern(override.objects), levels)


def _pattern(globs: Sequence[Pattern]) -> re.Pattern[str]:
    return re.compile("|".join(translate(glob.text) for glob in globs)) if globs else _ANY


def unknown_rules(rules: Mapping[str, Rule], settings: LintSettings) -> Iterator[Diagnostic]:
    """Yield an error for each setting of a rule that is not there."""
    overrides = (setting for override in settings.overrides for setting in override.levels)
    for setting in (*settings.levels, *overrides):
        if setting.rule not in rules:
            yield unknown_rule(setting.rule, rules, setting.span)


def unknown_rule(code: str, rules: Iterable[str], span: Span) -> Diagnostic:
    """Return the error for the name of a rule that is not there."""
    cure = did_you_mean(code, rules) or "docs/rules lists the rules"
    return Diagnostic("unknown-rule", f"there is no rule `{code[:70]}`", span, cure)


def unmatched(settings: LintSettings, files: Collection[str], names: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each pattern of an override that no file of the schema, or no object in it, fits."""
    for override in settings.overrides:
        for patterns, known, noun in ((override.files, files, "file"), (override.objects, names, "object")):
            for pattern in patterns:
                of_sql = noun == "file" and pattern.text.endswith(".sql")  # named when it is to be looked at
                if not of_sql and not any(map(re.compile(translate(pattern.text)).match, known)):
                    message = f"no {noun} of the schema fits `{pattern.text[:70]}`"
                    cure = "correct the pattern, or take it out"
                    yield Diagnostic("unmatched-pattern", message, pattern.span, cure, Severity.WARNING)
