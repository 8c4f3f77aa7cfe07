"""What others need to find a document again: who publishes it, about where, of which kind, decided when."""
