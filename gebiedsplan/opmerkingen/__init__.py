"""What reviewers said in a Word document: read it (``lezen``), find the cell it is about (``plaatsen``), write it down
as rows of the sheet Opmerkingen (``blad``).
"""
