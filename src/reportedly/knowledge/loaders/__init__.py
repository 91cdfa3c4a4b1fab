"""Reads what users bring: our own YAML, a CSV overlay, FollowTheMoney JSON lines, an extract of a Wikidata dump."""
