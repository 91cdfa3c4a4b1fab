"""Measures readings and extraction against gold; a floor under each figure, and floors only rise."""
