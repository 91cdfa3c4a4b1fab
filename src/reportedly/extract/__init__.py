"""Article to Reading: segment, tag, decode; pure functions over one frozen text."""
