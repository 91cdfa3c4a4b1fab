"""Data sets and a recipe -> the weights of a reader. Needs the extra `[train]`."""
