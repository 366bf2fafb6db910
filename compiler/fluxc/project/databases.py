"""``prove`` and ``[environments]`` of ``fluxc.toml``, which name databases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Diagnostic, did_you_mean
from fluxc.project.address import Address, Environment, ProveSettings, holds_secret
from fluxc.project.hazards import HAZARDS
from fluxc.project.timeouts import KEYS, Timeouts, milliseconds, timeouts_of

if TYPE_CHECKING:
    from datetime import timedelta

    from fluxc.source.document import Document, Path

_NAME: Final = re.compile(r"[\w.-]+")
_PROVE: Final = ("enabled", "url")
_ENVIRONMENT: Final = ("url", "protected", "development", "prove_on", "allow", "contract_after", "fill_pause", *KEYS)
_PAUSE: Final = re.compile(r"[0-9]{1,5}m?s", re.ASCII)
_ADDRESS: Final = ("env", "command")
_ANY: Final = "any"
_URL: Final = 'write `url = {env = "NAME"}`, `url = {command = ["PROGRAM", "WORD"]}`, or a URL without a password'


class DatabaseSettings:
    """Reads the settings of one file; what is wrong with them is in ``found``."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.found: list[Diagnostic] = []

    def prove(self) -> ProveSettings:
        """Return what is said about proofs, as ``prove = false`` or as a table."""
        value, path = self._document.data.get("prove", {}), ("prove",)
        if isinstance(value, bool):
            return ProveSettings(value)
        if not isinstance(value, dict):
            self._say("bad-value", "`prove` is neither true, false nor a table", path, "write `prove = false`")
            return ProveSettings()
        data = self._table(value, path, _PROVE)
        url = self._address(data["url"], (*path, "url")) if "url" in data else None
        return ProveSettings(self._flag(data, path, "enabled", default=True), url)

    def environments(self) -> tuple[Environment, ...]:
        """Return the environments in the order in which they are written."""
        path = ("environments",)
        data = self._table(self._document.data.get("environments", {}), path)
        return tuple(self._environment(name, value, (*path, name)) for name, value in data.items())

    def _environment(self, name: str, value: Any, path: Path) -> Environment:
        if not _NAME.fullmatch(name):
            self._say("bad-value", "this is no name for an environment", path, "use letters, digits, `_`, `-` and `.`")
        data = self._table(value, path, _ENVIRONMENT)
        if "url" not in data and isinstance(value, dict):
            self._say("missing-key", f"the environment `{name}` has no `url`", path, _URL)
        protected, development = (self._flag(data, path, key) for key in ("protected", "development"))
        if protected and development:
            message = f"the environment `{name}` is `protected`, and for `development`, which may be taken back"
            self._say("bad-value", message, (*path, "development"), "leave one of the two out")
        prove_on = data.get("prove_on")
        if prove_on not in (None, _ANY):
            cure = 'write "any" where a proof on another major version will do, or leave it out'
            self._say("bad-value", "`prove_on` has an unknown value", (*path, "prove_on"), cure)
        url = self._address(data.get("url", ""), (*path, "url")) if "url" in data else Address()
        allow = self._hazards(data.get("allow", []), (*path, "allow"))
        after = self._duration(data["contract_after"], (*path, "contract_after")) if "contract_after" in data else None
        timeouts, pause = self._timeouts(data, path), self._pause(data.get("fill_pause", "0ms"), (*path, "fill_pause"))
        return Environment(name, url, protected, development, prove_on == _ANY, allow, after, timeouts, pause)

    def _pause(self, value: Any, path: Path) -> float:
        if isinstance(value, str) and _PAUSE.fullmatch(value):
            return milliseconds(value) / 1000
        self._say("bad-value", "`fill_pause` is no short time", path, 'write "100ms" or "2s"')
        return 0.0

    def _duration(self, value: Any, path: Path) -> timedelta | None:
        from fluxc.project.durations import LONG_TIMES, long_time  # few environments say one

        found = long_time(value)
        if found is None:
            self._say("bad-value", f"`{path[-1]}` is {value!r}"[:100], path, LONG_TIMES)
        return found

    def _timeouts(self, data: dict[str, Any], path: Path) -> Timeouts:
        return timeouts_of(data, lambda key, message, cure: self._say("bad-value", message, (*path, key), cure))

    def _hazards(self, value: Any, path: Path) -> tuple[str, ...]:
        said = cast("list[object]", value) if isinstance(value, list) else [value]
        unknown = next((code for code in said if code not in HAZARDS), None)
        if unknown is not None or not isinstance(value, list):
            near = did_you_mean(str(unknown)[:70], HAZARDS)
            cure = near or f"write a list of hazards: {', '.join(HAZARDS)}"
            self._say("bad-value", "`allow` is no list of hazards", path, cure)
            return ()
        return tuple(map(str, said))

    def _address(self, value: Any, path: Path) -> Address:
        if isinstance(value, str):
            return self._text(value, path)
        data = self._table(value, path, _ADDRESS) if isinstance(value, dict) else {}
        variable, command = data.get("env", ""), data.get("command", [])
        if variable and isinstance(variable, str) and not ({"=", "\0"} & set(variable) or command):
            return Address(variable=variable)
        words = cast("list[object]", command) if isinstance(command, list) else []
        if words and not variable and all(isinstance(word, str) and word and "\0" not in word for word in words):
            return Address(command=tuple(map(str, words)))
        self._say("bad-value", "`url` does not say where the URL comes from", path, _URL)
        return Address()

    def _text(self, url: str, path: Path) -> Address:
        if holds_secret(url):
            self._say("secret-in-settings", "this URL holds a password", path, _URL)
        elif not url.strip():
            self._say("bad-value", "`url` is empty", path, _URL)
        return Address(url)

    def _flag(self, data: dict[str, Any], path: Path, key: str, *, default: bool = False) -> bool:
        value = data.get(key, default)
        if not isinstance(value, bool):
            self._say("bad-value", f"`{key}` is neither true nor false", (*path, key), "write true or false")
            return default
        return value

    def _table(self, value: Any, path: Path, known: tuple[str, ...] = ()) -> dict[str, Any]:
        if not isinstance(value, dict):
            header = ".".join(map(str, path)) if known else f"{path[0]}.NAME"
            self._say("bad-value", f"`{path[-1]}` is no table", path, f"write `[{header}]` and its settings below")
            return {}
        table = cast("dict[str, Any]", value)
        for key in table if known else ():
            if key not in known:
                cure = did_you_mean(key, known) or f"known are {', '.join(known)}"
                self._say("unknown-key", f"unknown setting `{key[:70]}`", (*path, key), cure)
        return table

    def _say(self, code: str, message: str, path: Path, cure: str) -> None:
        self.found.append(Diagnostic(code, message, self._document.span(path, key=True), cure))
