"""How the sheets of a workbook stand in one text."""

SHEET = "[sheet] "
"""What the line before the rows of a further sheet begins with; the sheet's name follows."""
