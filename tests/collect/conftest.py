"""Pages and doors that the tests of collecting share."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.files import FileFeed
from reportedly.schema import Article, Capture, Issue

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)

PARAGRAPHS = (
    "Troops from Varland crossed the river at dawn on Thursday and took the customs post at Ostrel, officials "
    "in the capital said.",
    "The defence ministry denied that any of its soldiers had left their barracks, and called the report a "
    "provocation by the other side.",
    "Residents of the border town told this newspaper that they had heard shelling through the night, and that "
    "at least four people were taken to hospital.",
)


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    return PARAGRAPHS


@pytest.fixture
def page() -> Callable[..., str]:
    """A saved page: `head` goes into its head, `before` over its paragraphs, `after` under them."""

    def build(
        *,
        head: str = "",
        headline: str = "<h1>Varland troops cross the river at Ostrel</h1>",
        before: str = "",
        body: str | None = None,
        after: str = "",
        lang: str = ' lang="en"',
    ) -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
        return (
            f"<!DOCTYPE html><html{lang}><head><meta charset='utf-8'>{head}</head><body>"
            f"<main><article>{headline}{before}<div class='article-body'>{text}{after}</div></article></main>"
            "</body></html>"
        )

    return build


@pytest.fixture
def cleaned() -> Callable[..., Article | Issue]:
    """What the cleaner makes of one capture."""

    def clean(body: str | bytes, media_type: str = "text/html", **given: object) -> Article | Issue:
        data = body.encode() if isinstance(body, str) else body
        cleaner = StandardCleaner(as_of=AS_OF)
        found = list(cleaner.articles(Capture(name="x", id="x", media_type=media_type, body=data, **given)))
        assert len(found) == 1
        return found[0]

    return clean


@pytest.fixture
def article(cleaned: Callable[..., Article | Issue]) -> Callable[..., Article]:
    """The article that the cleaner makes of one capture; there must be one."""

    def clean(body: str | bytes, media_type: str = "text/html", **given: object) -> Article:
        found = cleaned(body, media_type, **given)
        assert isinstance(found, Article), str(found)
        return found

    return clean


@pytest.fixture
def issue(cleaned: Callable[..., Article | Issue]) -> Callable[..., Issue]:
    """The issue that the cleaner makes of one capture; there must be one."""

    def clean(body: str | bytes, media_type: str = "text/html", **given: object) -> Issue:
        found = cleaned(body, media_type, **given)
        assert isinstance(found, Issue), found
        return found

    return clean


@pytest.fixture
def collect() -> Callable[..., list[Article | Issue]]:
    """Everything that comes of some inputs, in order."""

    def run(*inputs: Path | str) -> list[Article | Issue]:
        cleaner = StandardCleaner(as_of=AS_OF)

        def results() -> Iterator[Article | Issue]:
            for capture in FileFeed(inputs).captures():
                if isinstance(capture, Issue):
                    yield capture
                else:
                    yield from cleaner.articles(capture)

        return list(results())

    return run
