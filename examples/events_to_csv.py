"""One row a claim, for a spreadsheet.

    python examples/events_to_csv.py [PATH ...] > claims.csv

Without paths it reads the bundled articles.
"""

import csv
import sys
from contextlib import ExitStack
from importlib.resources import as_file

import reportedly
from reportedly import demo
from reportedly.export.ledger import ledger
from reportedly.schema import Reading

COLUMNS = ("article", "outlet", "status", "kind", "who", "did", "to whom", "where", "when", "origin", "words")


def row(article, outlet, event, claim):
    """The cells of one claim; several actors, recipients or places share a cell."""
    who, whom, where = (
        "; ".join(each.text for each in slot) for slot in (event.who, event.whom, event.where)
    )
    told = (event.when.text if event.when else "", claim.origin.name, claim.quoted.text)
    return (article, outlet, claim.status, event.kind, who, event.did.text, whom, where, *told)


out = csv.writer(sys.stdout)
out.writerow(COLUMNS)
with ExitStack() as kept:
    paths = sys.argv[1:] or [kept.enter_context(as_file(page)) for page in demo.articles()]
    for reading in reportedly.read_all(paths):
        if isinstance(reading, Reading):
            rows = ledger(reading)
            out.writerows(row(rows.article, rows.outlet, e, c) for e in rows.events for c in e.claims)
        else:
            print(reading, file=sys.stderr)
