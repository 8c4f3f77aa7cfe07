"""Which figures stay secret, decided over everything that is published together, before anything is calculated."""
