"""What changed between two workbooks of one area, in words."""
