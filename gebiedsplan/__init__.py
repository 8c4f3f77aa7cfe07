"""Gebiedsplan: from area workbooks to decision-ready documents."""
