"""The report: one HTML file that works offline, each text with its ledger beside it."""

from reportedly.export.html.report import write

__all__ = ["write"]
