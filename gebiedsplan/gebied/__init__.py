"""What an area is: the rows of a workbook as typed, frozen values."""
