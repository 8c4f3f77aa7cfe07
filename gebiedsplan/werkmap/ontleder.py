"""Which XML parser openpyxl uses. Must be imported before openpyxl is.

Where defusedxml happens to be installed, openpyxl reads every cell with its parser, which is written in Python and
takes a quarter more of all reading. What it guards against (entities) is refused by ``pakket`` before openpyxl sees a
byte, so a workbook is read the same way on every machine.
"""

from __future__ import annotations

import os

os.environ["OPENPYXL_DEFUSEDXML"] = "False"
