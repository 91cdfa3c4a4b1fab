"""Collect: bytes as they come -> captures -> clean articles. Imports no other stage."""
