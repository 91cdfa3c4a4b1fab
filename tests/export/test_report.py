import io
import re
import tracemalloc
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser

import msgspec
import pytest

import handmade
from reportedly.export import html
from reportedly.schema import Reading

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Checked(HTMLParser):
    """The page as a strict reader sees it: fails on a tag that is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert self.open == []
        assert len(set(self.ids)) == len(self.ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute is given twice"
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def text(self, tag: str) -> str:
        return "".join(self.texts.get(tag, []))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


def page(*readings: Reading) -> str:
    out = io.StringIO()
    html.write(readings, out)
    return out.getvalue()


@pytest.fixture
def full() -> str:
    return page(handmade.militia(), handmade.quiet(), handmade.arabic(), handmade.attack())


def test_the_page_is_well_formed_and_its_links_lead_somewhere(full: str) -> None:
    assert full.startswith("<!DOCTYPE html>\n<html lang=")
    checked = Checked(full)
    inner = [value[1:] for value in checked.values("href") if value.startswith("#")]
    named = [*inner, *checked.values("aria-labelledby"), *checked.values("aria-describedby")]
    assert set(named) <= set(checked.ids)
    assert len([value for value in inner if re.fullmatch(r"a1-k\d", value)]) == 7


def test_nothing_is_fetched_and_nothing_is_inline(full: str) -> None:
    checked = Checked(full)
    assert [tag for tag, attributes in checked.tags if "src" in attributes] == []
    assert [attributes["href"] for tag, attributes in checked.tags if tag == "link"] == ["data:,"]
    assert not [name for _, attributes in checked.tags for name in attributes if name.startswith("on")]
    assert checked.values("style") == []
    assert "@import" not in checked.text("style")
    assert "url(" not in checked.text("style")


def test_the_policy_names_the_style_and_the_script_by_their_hashes(full: str) -> None:
    checked = Checked(full)
    policy = next(a["content"] or "" for _, a in checked.tags if "http-equiv" in a)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        digest = b64encode(sha256(checked.text(kind).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_what_outsiders_write_stays_text() -> None:
    written = page(handmade.attack())
    checked = Checked(written)
    assert [tag for tag, _ in checked.tags].count("script") == 1
    assert "owned" not in checked.text("script")
    assert [tag for tag, _ in checked.tags if tag == "img"] == []
    assert [value for value in checked.values("href") if value.startswith("javascript")] == []
    assert set(checked.values("lang")) == {"en"}
    assert "\x1b" not in written
    assert "<script>document.title='owned'</script> Guards" in checked.text("h2") + checked.text("span")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://lindmail.example/a?b=1&c=2", True),
        ("HTTP://lindmail.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//[broken", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None, linked: bool) -> None:
    article = msgspec.structs.replace(handmade.quiet().article, url=url)
    checked = Checked(page(msgspec.structs.replace(handmade.quiet(), article=article)))
    assert (url in checked.values("href")) == linked


@pytest.mark.parametrize("make", [handmade.militia, handmade.quiet, handmade.arabic])
def test_the_whole_text_is_there(make: Callable[[], Reading]) -> None:
    reading = make()
    shown = re.sub(r'<a class="ref".*?</a>|<[^>]+>', "", page(reading).split("<main", 1)[1])
    for line in reading.article.text.split("\n"):
        assert line.replace('"', "&#34;") in shown


def test_the_headline_is_marked_and_not_repeated() -> None:
    article = page(handmade.militia()).split("<main", 1)[1]
    assert article.count("Militia readies strike on bases in Karvia: report") == 1


def test_one_article_needs_no_index_and_gives_the_page_its_name() -> None:
    assert "<nav" not in page(handmade.militia())
    assert "<title>Militia readies strike on bases in Karvia: report</title>" in page(handmade.militia())
    two = page(handmade.militia(), handmade.quiet())
    assert "<title>Ledger of 2 articles</title>" in two
    assert two.count('<li><a href="#a') == 2


def test_without_readings_nothing_is_written() -> None:
    assert page() == ""


def test_rows_are_numbered_anew_in_each_article() -> None:
    checked = Checked(page(handmade.militia(), handmade.militia("again")))
    numbers = [a["data-k"] for _, a in checked.tags if a.get("class") == "claim"]
    assert numbers == [str(number) for number in range(1, 8)] * 2


def test_an_article_without_events_says_so() -> None:
    assert "No event that the codebook codes." in page(handmade.quiet())


def test_articles_are_made_one_at_a_time() -> None:
    paragraphs = "\n".join(["Nothing moved at the mill on any of these days."] * 2000)
    article = msgspec.structs.replace(handmade.quiet().article, text=paragraphs)
    reading = msgspec.structs.replace(handmade.quiet(), article=article)

    class Nowhere(io.StringIO):
        written = 0

        def write(self, text: str) -> int:
            self.written += len(text)
            return len(text)

    def peak(count: int) -> tuple[int, int]:
        out = Nowhere()
        tracemalloc.start()
        html.write((reading for _ in range(count)), out)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most, out.written

    page(reading)
    one, _ = peak(1)
    many, written = peak(12)
    assert written > 12 * len(paragraphs)
    assert many < one * 2


def test_the_totals_are_given_back() -> None:
    tally = html.write(handmade.militias(3), io.StringIO())
    assert (tally.articles, tally.claims) == (3, 21)
