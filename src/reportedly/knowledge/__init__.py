"""What is known before reading: word lists and tables, read from `knowledge/data` and validated."""
