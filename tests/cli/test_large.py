"""A large schema is read and rendered in copies of the process, and nobody can tell but by the clock."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.program import Folder

from fluxc.commands import beside, building
from fluxc.commands.beside import are_many
from fluxc.commands.inputs import read_inputs
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from tests.cli.program import Ran

FILES = 210
COLUMNS = "".join(f"      c{number}: text?\n" for number in range(12))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of more files and objects than are read and rendered in one process."""
    folder = Folder(tmp_path_factory.mktemp("large"))
    folder.write("fluxc.toml", "target = 18\n")
    folder.write("schema/other.toml", '[tables.t.columns]\nid = "bigint primary key"\n')
    folder.write("schema/spaced.yaml", "tables:\n  t:\n    columns: {id: bigint primary key, n: 'numeric(4, 2)'}\n")
    for number in range(FILES):
        reference = f"      before: -> app.t{number - 1}\n" if number else ""
        text = f"tables:\n  t{number}:\n    columns:\n      id: bigint primary key\n{COLUMNS}{reference}"
        folder.write(f"schema/app/t{number}.yaml", text)
    return folder.root


@pytest.fixture
def large(source: Path, tmp_path: Path) -> Folder:
    """Return a copy of the large project."""
    return Folder(shutil.copytree(source, tmp_path / "large"))


def both(large: Folder, monkeypatch: pytest.MonkeyPatch) -> tuple[Ran, Ran]:
    """Build in processes beside each other, then the same in one."""
    copy = Folder(shutil.copytree(large.root, large.root.with_name("copy")))
    assert are_many(large.root / "schema")
    apart = large.outside("build", "--no-prove")
    for module in (beside, building):
        monkeypatch.setattr(module, "_MANY", sys.maxsize)
    monkeypatch.chdir(copy.root)
    alone = copy("build", "--no-prove", code=None)
    assert large.tree() == copy.tree()
    return apart, alone


def test_the_outcome_is_that_of_one_process(large: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and words are the same, for a first build and for one after an edit."""
    for edit in (COLUMNS, f"{COLUMNS}      more: integer?\n"):
        large.write("schema/spaced.yaml", f"tables:\n  t:\n    columns:\n      id: bigint primary key\n{edit}")
        apart, alone = both(large, monkeypatch)
        assert apart == alone
        assert apart.code == 0
        monkeypatch.undo()
        shutil.rmtree(large.root.with_name("copy"))


def test_errors_are_those_of_one_process(large: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with files, among them one that cannot be parsed, is told as always."""
    large.write("schema/app/t7.yaml", "tables: [\n")
    large.write("schema/app/t9.yaml", "tables:\n  t9:\n    columns:\n      id: bigint primary kee\n")
    apart, alone = both(large, monkeypatch)
    assert apart == alone
    assert apart.code == 1
    assert "t7.yaml" in apart.err


def test_a_lint_beside_is_a_lint(large: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a copy of the process read gives the findings of one process, at their places."""
    large.write("schema/spaced.yaml", "tables:\n  t:\n    columns: {n: varchar, at: timestamp}\n")
    apart = large.outside("lint")
    monkeypatch.setattr(beside, "_MANY", sys.maxsize)
    monkeypatch.chdir(large.root)
    assert large("lint", code=1) == apart
    assert apart.out.count("--> schema/spaced.yaml:") == 3


def test_what_was_read_passes_from_process_to_process(large: Folder) -> None:
    """Documents of every reader keep their data and still find their places."""
    large.write("schema/spaced.yaml", "tables:\n  t:\n    columns: {n: numeric(4, 2)?, id: bigint}\n")
    read = read_inputs(Layout(large.root))
    passed = pickle.loads(pickle.dumps(read))  # noqa: S301  # our own
    assert passed.tree.diagnostics == read.tree.diagnostics
    for there, here in zip(passed.tree.domains, read.tree.domains, strict=True):
        for other, document in zip(there.documents, here.documents, strict=True):
            path = ("tables", *document.data["tables"], "columns", "id")
            assert (other.data, other.span(path)) == (document.data, document.span(path))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no copy is made")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor no copy is made")
@pytest.mark.parametrize("after", [0.0, 0.1, 0.2, 0.3])
def test_ctrl_c_ends_every_process_without_a_word(large: Folder, after: float) -> None:
    """The copies share the terminal and are interrupted with the process they came from."""
    with large.start("build", start_new_session=True) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while process.poll() is None and not children.read_text():
            time.sleep(0.002)
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode in {0, 130}
    assert "Traceback" not in out + err
    assert large.outside("build", "--no-prove").code == 0
    assert large.outside("build", "--check").code == 0


def script(text: str) -> str:
    """Return what a Python process of its own prints."""
    said = f"import os\nfrom fluxc.commands.beside import beside\n{text}"
    return subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no copy is made")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor no copy is made")
def test_work_is_done_in_a_copy_where_that_is_worth_it() -> None:
    """The value comes from another process, or from this one where it is not worth a copy."""
    assert script("print(beside(os.getpid, worth=True)() == os.getpid())") == "False"
    assert script("print(beside(os.getpid, worth=False)() == os.getpid())") == "True"


def test_a_copy_that_fails_costs_time_alone() -> None:
    """Where the copy is killed, or raises, or has what cannot be sent, the work is done here."""
    assert script("p = os.getpid()\nprint(beside(lambda: os.getpid() == p or os.abort(), worth=True)())") == "True"
    assert script("print(beside(lambda: (lambda: 7), worth=True)()())") == "7"
    raising = "try: beside(lambda: 1 / 0, worth=True)()\nexcept ZeroDivisionError: print('raised here')"
    assert script(raising) == "raised here"


def test_with_threads_no_copy_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of a process with threads has their locks and not the threads."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert beside.beside(os.getpid, worth=True)() == os.getpid()
