"""Writes a web archive of invented news, the same one every time.

Of a hundred answers about eighty are articles (some of them once more, at another address or in another outlet), the
others walls, front pages, other languages, pictures, errors and redirects; among them lie requests, revisits and, now
and then, a damaged record. Page number n is the same whatever the number of pages.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import news
import pages

_SHARES = {
    "article": 74,
    "copy": 4,  # of an article some pages before, under another address
    "wire": 3,  # the words of an article some pages before, in another outlet
    "wall": 4,
    "front": 4,
    "foreign": 4,
    "picture": 3,
    "error": 2,
    "redirect": 2,
}
_BACK = 40
_REQUESTS = 0.1
_REVISITS = 0.01
_DAMAGED = 0.001
_HTTP = "application/http; msgtype="


def main() -> None:
    """Write the archive and print what is in it as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="where to write it; a name that ends in .warc or .warc.gz")
    parser.add_argument("--pages", type=int, default=20_000, help="answers in it, articles or not")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    counts = write(options.path, count=options.pages, seed=options.seed)
    size = options.path.stat().st_size / 2**20
    print(json.dumps({"path": str(options.path), "MiB": round(size, 1), **counts}))


def write(path: Path, *, count: int, seed: int = 0) -> Counter[str]:
    """Write an archive of `count` answers to `path`; how many of each kind are in it."""
    counts: Counter[str] = Counter()
    packed = path.suffix == ".gz"
    with path.open("wb") as stream:
        for kind, record in _records(count, seed):
            counts[kind] += 1
            data = gzip.compress(record, 6, mtime=0) if packed else record
            stream.write(_damaged(data) if kind == "damaged" else data)
    return counts


def _records(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    yield "warcinfo", _record("warcinfo", "", b"description: invented news\r\n", "application/warc-fields", 0)
    for number in range(count):
        dice = random.Random(f"{seed}/{number}/answer")  # noqa: S311 - for the same pages every time
        kind = _kind(seed, number)
        url, block = _answer(kind, seed, number, dice)
        if dice.random() < _REQUESTS:
            yield (
                "request",
                _record("request", url, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", _HTTP + "request", number),
            )
        is_damaged = dice.random() < _DAMAGED
        yield "damaged" if is_damaged else kind, _record("response", url, block, _HTTP + "response", number)
        if dice.random() < _REVISITS:
            yield (
                "revisit",
                _record("revisit", url, b"HTTP/1.1 304 Not Modified\r\n\r\n", _HTTP + "response", number),
            )


def _kind(seed: int, number: int) -> str:
    dice = random.Random(f"{seed}/{number}/kind")  # noqa: S311
    return dice.choices(list(_SHARES), list(_SHARES.values()))[0]


def _answer(kind: str, seed: int, number: int, dice: random.Random) -> tuple[str, bytes]:
    """The address of an answer, and the answer."""
    other = f"https://www.news{number % 97}.example/{kind}/{number}"
    if kind in ("article", "copy", "wire"):
        return _article(kind, seed, number, dice)
    if kind == "picture":
        return other, _http("200 OK", "image/png", b"\x89PNG\r\n\x1a\n" + dice.randbytes(3000))
    if kind == "error":
        return other, _http("404 Not Found", "text/html", b"<html><p>Page not found</p></html>")
    if kind == "redirect":
        return other, _http("301 Moved Permanently", "text/html", b"", "Location: /\r\n")
    page = {"wall": pages.wall, "front": pages.front, "foreign": pages.foreign}[kind](dice)
    return other, _http("200 OK", page.content_type, page.body)


def _article(kind: str, seed: int, number: int, dice: random.Random) -> tuple[str, bytes]:
    """An article, or one of those just before it once more."""
    whose = number if kind == "article" else max(0, number - dice.randint(1, _BACK))
    story = news.news(random.Random(f"{seed}/{whose}/news"))  # noqa: S311
    url = f"https://{story.outlet.lower().replace(' ', '')}.example/{story.at:%Y/%m/%d}/story-{whose}"
    layout = random.Random(f"{seed}/{whose}/layout")  # noqa: S311
    if kind == "wire":
        story = news.elsewhere(story, dice)
        url = f"https://{story.outlet.lower().replace(' ', '')}.example/{story.at:%Y/%m/%d}/story-{number}"
    page = pages.article(story, url, layout)
    return f"{url}?utm_source=feed" if kind == "copy" else url, _http("200 OK", page.content_type, page.body)


def _http(status: str, content_type: str, body: bytes, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _record(kind: str, url: str, block: bytes, media_type: str, number: int) -> bytes:
    at = datetime(2026, 3, 31, 12, 0) + timedelta(seconds=number)  # noqa: DTZ001 - written as UTC
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n{target}"
        f"WARC-Date: {at.isoformat()}Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _damaged(data: bytes) -> bytes:
    """The bytes of a record with a hole in their middle."""
    middle = len(data) // 2
    return data[:middle] + b"\xff" * 64 + data[middle + 64 :]


if __name__ == "__main__":
    main()
