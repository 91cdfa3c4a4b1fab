import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import gdelt
from reportedly.schema import FeedKind, Issue, Item

MOMENT = "20260314103000"
MD5 = "0123456789abcdef" * 2


def row(table: str, link: str, *, moment: str = MOMENT, collection: str = "1", extras: str = "") -> str:
    """A row of a table, empty but for what counts."""
    size, link_at, moment_at = {"export": (61, 60, 59), "old": (58, 57, 56), "mentions": (16, 5, 2), "gkg": (27, 4, 1)}[
        table
    ]
    fields = ["x"] * size
    fields[link_at], fields[moment_at] = link, moment
    if table == "mentions":
        fields[3] = collection
    if table == "gkg":
        fields[0], fields[2], fields[26] = f"{moment}-17", collection, extras
    return "\t".join(fields)


def table(*rows: str) -> bytes:
    return "".join(line + "\n" for line in rows).encode()


def zipped(body: bytes, name: str = f"{MOMENT}.export.CSV") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


def links(body: bytes, **given_: int) -> list[str | None]:
    return [item.link if isinstance(item, Item) else None for item in gdelt.items(body, "x", **given_)]


@pytest.mark.parametrize("kind", ["export", "old", "mentions", "gkg"])
def test_the_pages_of_a_table_come_once_each(kind: str) -> None:
    body = table(*(row(kind, f"https://news.example/{name}") for name in ("a", "b", "a?utm_source=x", "a")))
    assert links(body) == links(zipped(body)) == ["https://news.example/a", "https://news.example/b"]


def test_the_moment_of_gdelt_is_no_publication_date() -> None:
    title = "<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Troops &amp; tanks cross</PAGE_TITLE>"
    (item,) = gdelt.items(table(row("gkg", "https://news.example/a", extras=title)), "x")
    assert item == Item(
        link="https://news.example/a", guid="https://news.example/a", kind=FeedKind.LINKS, title="Troops & tanks cross"
    )


def test_what_is_not_on_the_web_is_passed_over() -> None:
    body = table(
        row("mentions", "Somebody's archive", collection="2"),
        row("gkg", "https://news.example/a", collection="3"),
        row("export", "BBC Monitoring"),
        "",
    )
    assert links(body) == []


def test_odd_rows_are_issues_and_the_rest_is_read() -> None:
    body = table("x\ty", row("gkg", "https://news.example/a"), row("gkg", "https://news.example/b", moment="yesterday"))
    assert links(body) == [None, "https://news.example/a", None]
    many = list(gdelt.items(b"odd\n" * 1000, "x"))
    assert [item.where for item in many if isinstance(item, Issue)] == ["x:1", "x:2", "x:3", "x:4", "x:5", "x"]
    assert isinstance(many[-1], Issue)
    assert many[-1].problem.startswith("995 more")


def test_there_are_no_more_links_than_asked_for() -> None:
    body = table(*(row("gkg", f"https://news.example/{number}") for number in range(5)))
    assert links(body, most=3) == [*(f"https://news.example/{number}" for number in range(3)), None]


@pytest.mark.parametrize(
    "body",
    [
        zipped(b"x", "readme.txt"),
        zipped(table(row("export", "https://news.example/a")))[:-30],
        b"PK\x03\x04nonsense",
        zipped(bytes(2**20)),
    ],
    ids=["no table", "cut short", "nonsense", "bomb"],
)
def test_a_zip_that_cannot_be_read_is_an_issue(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gdelt, "_UNPACKED", 2**19)
    found = list(gdelt.items(body, "x"))
    assert found
    assert all(isinstance(item, Issue) for item in found)


def test_a_list_names_files() -> None:
    lines = [
        f"150383 {MD5} http://data.gdeltproject.org/gdeltv2/{MOMENT}.export.CSV.zip",
        f"318084 {MD5} http://data.gdeltproject.org/gdeltv2/{MOMENT}.translation.mentions.CSV.zip",
        f"9 {MD5} http://data.gdeltproject.org/gdeltv2/20260314.gkg.csv.zip",
        "",
        "nonsense",
        f"9 {MD5} http://data.gdeltproject.org/gdeltv2/other.zip",
    ]
    found = list(gdelt.files("\n".join(lines).encode(), "lastupdate.txt"))
    listed = [one for one in found if isinstance(one, gdelt.ListedFile)]
    assert [(one.table, one.stamp, one.size, one.md5) for one in listed] == [
        (gdelt.Table.EXPORT, MOMENT, 150383, MD5),
        (gdelt.Table.MENTIONS, MOMENT, 318084, MD5),
        (gdelt.Table.GKG, "20260314", 9, MD5),
    ]
    assert [one.where for one in found if isinstance(one, Issue)] == ["lastupdate.txt:5", "lastupdate.txt:6"]


@given(body=st.binary(max_size=200) | st.text(alphabet="\t\nab1", max_size=200).map(str.encode))
def test_no_bytes_break_it(body: bytes) -> None:
    for found in (*gdelt.items(body, "x"), *gdelt.items(b"PK\x03\x04" + body, "x"), *gdelt.files(body, "x")):
        assert found is not None
