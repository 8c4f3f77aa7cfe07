"""Run with ``python -m gebiedsplan``."""

from gebiedsplan.cli import main

main(prog_name="gebiedsplan")
