"""`python -m reportedly.knowledge.compile`: makes the compact form of the data files anew; `make knowledge` runs it."""

from reportedly.knowledge.compiled import write
from reportedly.knowledge.directory import is_transliterated
from reportedly.knowledge.roster import roster

if __name__ == "__main__":
    write(sorted({entry.text for entry in roster() if not entry.bound and is_transliterated(entry.name)}))
