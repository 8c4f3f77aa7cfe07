"""Run with ``python -m gebiedsplan``."""

from gebiedsplan.cli import main

if __name__ == "__main__":
    main(prog_name="gebiedsplan")
