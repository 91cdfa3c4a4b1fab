"""Any bytes through the doors give articles or issues, never an exception."""

import gzip
import io
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.files import FileFeed
from reportedly.schema import Article, Capture, Issue

TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul><li>", "</ul>", "<br>",
    "<a href='x'>",
    "</a>", "<h1>", "</h1>", "<article>", "</article>", "<figure><figcaption>", "</figure>", "<script>", "</script>",
    "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>", "<svg>", "<math>", "<noscript>", "<form>", "<blockquote>", "<time>",
    "<meta charset='x'>", "<html lang='", "<body", "<html/>", "&#0;", "&#xD800;", "&#x110000;", "&amp", "\0", "\ufffe",
    "<script type='application/ld+json'>{", "<link rel=canonical href='http://[x'>", "<p class='social' id='share'>",
)  # fmt: skip

_relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)


def through(data: bytes) -> list[Article | Issue]:
    results: list[Article | Issue] = []
    for capture in FileFeed(["-"], stdin=io.BytesIO(data)).captures():
        if isinstance(capture, Capture):
            results.extend(StandardCleaner().articles(capture))
        else:
            results.append(capture)
    return results


@_relaxed
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes(data: bytes, packed: bool) -> None:
    results = through(gzip.compress(data) if packed else data)
    assert len(results) >= 1
    assert all(isinstance(result, Article | Issue) for result in results)


@_relaxed
@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=12), max_size=60))
def test_any_soup_of_tags(cleaned: Callable[..., Article | Issue], parts: list[str]) -> None:
    body = "".join(parts).encode("utf-8", errors="surrogatepass")
    assert isinstance(cleaned(body), Article | Issue)


@_relaxed
@given(data=st.data())
def test_any_change_to_a_page(
    page: Callable[..., str], cleaned: Callable[..., Article | Issue], data: st.DataObject
) -> None:
    body = page(head="<meta property='og:site_name' content='Courier'>", before="<time>March 1, 2026</time>").encode()
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 80)))
    junk = data.draw(st.binary(max_size=30) | st.sampled_from(TAGS).map(str.encode))
    assert isinstance(cleaned(body[:start] + junk + body[end:]), Article | Issue)


@_relaxed
@given(st.lists(st.sampled_from(TAGS) | st.just("A sentence that is long enough to be one, they said."), max_size=50))
def test_the_text_of_an_article_is_clean(cleaned: Callable[..., Article | Issue], parts: list[str]) -> None:
    found = cleaned("".join(parts))
    if isinstance(found, Article):
        for paragraph in found.text.split("\n\n"):
            assert paragraph == " ".join(paragraph.split())
