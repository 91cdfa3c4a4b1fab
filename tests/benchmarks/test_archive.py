import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.warc import WarcFeed
from reportedly.schema import Article, Capture

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "archive.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="the benchmarks are not installed")
def test_an_archive_of_invented_news_is_the_same_every_time_and_reads_as_news(tmp_path: Path) -> None:
    paths = [tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"]
    for path in paths:
        run = subprocess.run(
            [sys.executable, str(SCRIPT), str(path), "--pages", "80"], capture_output=True, text=True, check=True
        )
    counts = json.loads(run.stdout)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    cleaner = StandardCleaner()
    captures = [item for item in WarcFeed(paths[:1]).captures() if isinstance(item, Capture)]
    found = [item for capture in captures for item in cleaner.articles(capture)]
    articles = [item for item in found if isinstance(item, Article)]
    assert len(articles) == sum(counts.get(kind, 0) for kind in ("article", "copy", "wire"))
    assert all(article.published_at and len(article.text.split()) > 250 for article in articles)
    assert len(captures) - len(articles) == counts["wall"]
