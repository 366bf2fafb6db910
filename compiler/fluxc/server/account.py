"""The account that the server's processes run under: PostgreSQL refuses root."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Nothing of the caller's environment may steer the server: no PG* variables, no locale, no preloaded libraries.
_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True)
class Account:
    """A user and group to run as; ``None`` means the ones of this process."""

    uid: int | None = None
    gid: int | None = None

    def spawn(
        self, command: Sequence[str | Path], *, output: int, pass_fds: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        """Start ``command`` under this account, in its own session, with ``output`` as its only open stream."""
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env=_ENVIRONMENT,
            start_new_session=True,
            pass_fds=pass_fds,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def give(self, path: Path) -> None:
        """Make this account the owner of ``path``."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def serving_account() -> Account:
    """Return the account for a server: this process's own, or as root ``postgres``, else ``nobody``.

    Raises OutsideError ``no-account`` where initdb would refuse the account.
    """
    import pwd

    if os.geteuid() != 0:
        return _own()
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid:
            return Account(entry.pw_uid, entry.pw_gid)
    raise OutsideError(
        Diagnostic(
            "no-account",
            "PostgreSQL does not run as root, and this system has neither a user `postgres` nor a user `nobody`",
            help="Run fluxc as an ordinary user, or name another server with --url.",
        )
    )


def _own() -> Account:
    import pwd

    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        raise OutsideError(
            Diagnostic(
                "no-account",
                f"PostgreSQL needs a named user, and user id {os.geteuid()} has no entry in the system's user database",
                help="Name another server with --url, or run as a user that /etc/passwd lists.",
            )
        ) from None
    return Account()
