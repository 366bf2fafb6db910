"""``python -m fluxc``."""

from fluxc.cli import main

if __name__ == "__main__":
    main()
