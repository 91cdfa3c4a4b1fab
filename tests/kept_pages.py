"""Pages and texts of our own, made by number, and a reader that is quick and says which machine it is."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from stub import Stub

from reportedly.schema import Article, Provenance, Reading

BY = Provenance(reader="stub", version="1", model="none", config="0")


def words(number: int) -> str:
    """The text of one article in English, unlike that of any other number."""
    return (
        f"Gunners of brigade {number} shelled the pier of Lind on Sunday night, the mayor of the town said.\n\n"
        f"He told reporters that {number + 2} warehouses were hit and that nobody was hurt in the attack, "
        "while the ministry said that it had no word of any such shelling near the harbour.\n"
    )


def page(number: int) -> bytes:
    """The same as a page."""
    paragraphs = "".join(f"<p>{part}</p>" for part in words(number).strip().split("\n\n"))
    head = f"<title>Pier shelled, report {number}</title><meta property='og:site_name' content='The Lind Mail'>"
    body = f"<article><h1>Pier {number}</h1>{paragraphs}</article>"
    return f"<html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


def texts(folder: Path, count: int) -> Path:
    """A folder of so many texts."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(words(number))
    return folder


class Counted(Stub):
    """The stub, which says which machine it is and counts what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    @property
    def provenance(self) -> Provenance:
        return BY

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            self.given.append(article.id)
            yield from super().read([article])
