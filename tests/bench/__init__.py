"""How long plans take and how much memory: a benchmark, not a test. `make bench AANTAL=1000` runs it."""
