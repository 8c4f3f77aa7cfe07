"""Put a Document on paper: one package per kind of paper, each knowing nothing of the other."""
