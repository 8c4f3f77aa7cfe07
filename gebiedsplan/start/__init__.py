"""Begin a samenwerking: what was answered about it (``lezen``, ``samenhang``), as the areas and lists of a kader."""
