"""Names of places -> places: which one is meant, where it lies, how exactly that is known, and what else it may be."""
