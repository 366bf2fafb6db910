"""A project of several forms, each in a domain of its own, before and after their edits."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from fluxc.commands.answers import Answers
from fluxc.commands.building import compute
from fluxc.commands.inputs import read_inputs
from fluxc.history.folder import read_folder
from fluxc.model.state import State
from fluxc.project.config import read_config
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fluxc.commands.building import Build
    from fluxc.history.migration import History
    from tests.waits.forms import Form


class Project:
    """Forms by the names of their domains, in a project for servers from ``target`` on."""

    def __init__(self, root: Path, forms: Mapping[str, Form], target: int, *, online: bool = True) -> None:
        self.layout = Layout(root)
        root.mkdir(parents=True, exist_ok=True)
        self.layout.config.write_text(f"target = {target}\nonline = {str(online).lower()}\n", encoding="utf-8")
        self._forms = forms
        self.before_state = State(())

    def before(self) -> Build:
        """Build and seal the state before the edits."""
        made = self._build("before", 0)
        self.before_state = made.plan.after
        return made

    def after(self) -> Build:
        """Build and seal the state after the edits."""
        return self._build("after", 1)

    def history(self) -> History:
        """Return the migrations."""
        history, found = read_folder(self.layout.out, self.layout.root)
        assert found == ()
        return history

    def _build(self, name: str, which: int) -> Build:
        shutil.rmtree(self.layout.schema, ignore_errors=True)
        self.layout.schema.mkdir()
        for domain, form in self._forms.items():
            text = json.dumps(form.states()[which]).replace("PREFIX", domain)
            (self.layout.schema / f"{domain}.yaml").write_text(text, encoding="utf-8")
        made = compute(self.layout, read_config(self.layout), Answers(name, seal=True), read_inputs(self.layout))
        assert made.plan.questions == ()
        for path, said in made.files.items():
            assert said is not None
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(said, encoding="utf-8")
        return made
