"""``python -m fluxc``."""

from fluxc.cli import run

if __name__ == "__main__":
    run()
