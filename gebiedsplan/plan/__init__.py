"""Choose and order what is told about an area."""
