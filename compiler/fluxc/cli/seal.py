"""``fluxc seal``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("seal")
def seal(session: Session) -> None:
    """Seal the pending migration: no build rewrites it any more."""
    from fluxc.commands.seal import seal as run

    result = run(session.layout())
    text = "\n".join(f"✓ Sealed migration: {name}.sql" for name in result.names) or "✓ Nothing is pending"
    session.result({"sealed": list(result.names)}, text)


command = seal
