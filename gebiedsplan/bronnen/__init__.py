"""Published tables of CBS and RIVM: which column is which figure, and from their files to the rows of a workbook."""

from __future__ import annotations

from gebiedsplan.bronnen.lezen import BESTANDSNAAM, read

__all__ = ["BESTANDSNAAM", "read"]
