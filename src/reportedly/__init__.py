"""Reads security news and keeps the ledger of what is reported, who says so, how far along and how sure."""

__version__ = "0.1.0"
