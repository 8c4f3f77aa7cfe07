"""The actions of plans in time: when they are (``planning``), as a workbook (``werkboek``) or a calendar file."""
