"""The throw-away server of a project that finds its databases again."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from fluxc.server import kept
from fluxc.server.cluster import Cluster
from fluxc.server.kept import forget, kept_server
from fluxc.server.locks import attempt
from fluxc.server.scratch import Guard

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def served(project: Path, *, make: bool = False) -> set[str]:
    """Return the databases of a project's server, after making one where that is wanted."""
    with kept_server(project) as server:
        if make:
            server.create("chain")
        return server.names()


def test_what_was_made_is_there_again(tmp_path: Path) -> None:
    """Until somebody deletes it; other projects see nothing of it."""
    assert served(tmp_path, make=True) == {"chain"}
    assert served(tmp_path) == {"chain"}
    (tmp_path / "other").mkdir()
    assert served(tmp_path / "other") == set()
    forget(tmp_path)
    assert served(tmp_path) == set()


def killed(guard: Guard) -> None:
    guard.servers[0].kill()
    guard.end()


@pytest.mark.parametrize("change", ["killed", "killed while it stops", "another boot", "too large"])
def test_what_may_be_damaged_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Nothing is ever flushed: a server that ended by itself, since the machine was started, alone left whole data."""
    if change == "too large":
        monkeypatch.setattr(kept, "_LARGEST", 1)
    if change == "killed while it stops":
        monkeypatch.setattr(Guard, "part", killed)
    served(tmp_path, make=True)
    monkeypatch.undo()
    if change == "killed":
        (kept.home_of(tmp_path) / "whole").unlink()
    if change == "another boot":
        monkeypatch.setattr(kept, "_boot", lambda: "another")
    assert served(tmp_path) == set()


def test_a_watchdog_stops_no_other_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that wakes when the next server runs already has nothing to do any more."""
    watchdogs: list[subprocess.Popen[bytes]] = []
    watch, part = Cluster.watch, Guard.part

    def watched(cluster: Cluster, lease: int | None, **options: Path | None) -> subprocess.Popen[bytes]:
        watchdogs.append(watch(cluster, lease, **options))
        return watchdogs[-1]

    def parted(guard: Guard) -> None:
        watchdogs[0].send_signal(signal.SIGSTOP)
        guard.servers[0].send_signal(signal.SIGINT)
        part(guard)

    monkeypatch.setattr(Cluster, "watch", watched)
    monkeypatch.setattr(Guard, "part", parted)
    served(tmp_path, make=True)
    monkeypatch.setattr(Guard, "part", part)
    with kept_server(tmp_path) as server:
        watchdogs[0].send_signal(signal.SIGCONT)
        assert watchdogs[0].wait() == 0
        assert server.names() == {"chain"}
        server.close()
        assert server.names() == {"chain"}


def test_a_second_user_gets_one_without_a_memory(tmp_path: Path) -> None:
    """Two commands at once do not wait for each other; nor is there a memory where nothing tells of a restart."""
    with kept_server(tmp_path) as first, kept_server(tmp_path) as second:
        assert (first.lasts, second.lasts) == (True, False)
        assert first.url() != second.url()


def test_without_a_mark_of_the_start_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that does not tell when it was started gets what is always right."""
    monkeypatch.setattr(kept, "_boot", lambda: "")
    with kept_server(tmp_path) as server:
        assert not server.lasts


def test_few_projects_are_kept(tmp_path: Path) -> None:
    """The one that nobody has used for longest goes."""
    projects = [tmp_path / str(number) for number in range(4)]
    for project in projects:
        project.mkdir()
        served(project, make=True)
    assert not kept.home_of(projects[0]).exists()
    assert served(projects[3]) == {"chain"}


def test_projects_may_be_forgotten_while_others_begin(tmp_path: Path) -> None:
    """Processes that serve many projects at once never take the ground from each other."""
    projects = [tmp_path / str(number) for number in range(6)]
    for project in projects:
        project.mkdir()
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(served, projects * 2)) == [set[str]()] * 12


def test_a_folder_that_is_deleted_under_its_lock_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock on a deleted file is no lock."""
    times = iter([True])

    def forgetting(path: Path) -> int | None:
        if next(times, False):
            forget(tmp_path)
        return attempt(path)

    served(tmp_path, make=True)
    monkeypatch.setattr(kept, "attempt", forgetting)
    assert served(tmp_path) == set()
