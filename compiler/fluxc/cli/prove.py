"""``fluxc prove``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli.session import DONE, OUTSIDE, WRONG_INPUT, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session
    from fluxc.prove.proof import Proof


@command("prove")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--scratch-url", metavar="URL", help="Make the throw-away databases on this server.")
@click.option("--faults", is_flag=True, help="Also end runs in the midst of each, and see that they are carried on.")
def prove(session: Session, ids: tuple[str, ...], scratch_url: str | None, faults: bool) -> None:
    """Try migrations on a throw-away server, up, down and up again, and certify those that do what they say.

    ID names a migration by its id, number or name; without any all are proved.
    """
    from fluxc.commands.prove import prove as run
    from fluxc.commands.prove import prove_json

    def told(proof: Proof) -> None:
        from fluxc.report.prove import proof_text  # what it loads was loaded for the proof

        session.say(proof_text(proof))

    result = run(session.layout(), ids, scratch_url=scratch_url, faults=faults, on_proof=told)
    from fluxc.report.prove import summary

    lacking = any(proof.lacking for proof in result.proofs)
    code = WRONG_INPUT if result.wrong else OUTSIDE if lacking else DONE
    session.result(prove_json(result), summary(result), result.diagnostics, code)


command = prove
