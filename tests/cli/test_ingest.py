import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from click.testing import Result

from kept import news, settings
from kept_pages import texts
from reportedly.errors import StoreError
from reportedly.store import open_store
from web_server import Reply, WebServer, page, redirect, serving

Run = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


def counts(address: str = "s.db") -> tuple[int, int, int]:
    """Articles, readings and feeds of a store."""
    with open_store(address, create=False) as store:
        found = store.counts()
    return found.articles, found.readings, found.feeds


def kept(address: str) -> int:
    """How many articles a store holds that a process of its own is only making."""
    try:
        return counts(address)[0]
    except StoreError:
        return 0


def test_a_directory_is_kept_and_read(run: Run, pages: Path) -> None:
    done = run("ingest", pages, "--store", "s.db")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "5 captures: 5 new, 0 seen before; 5 readings stored\n"
    assert counts() == (5, 5, 0)


def test_without_reading_articles_are_only_kept(run: Run, pages: Path) -> None:
    assert run("ingest", pages, "--no-read", "--store", "s.db").exit_code == 0
    assert counts() == (5, 0, 0)


def test_the_store_of_the_settings_or_the_environment_is_taken(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("reportedly.toml").write_text('reader = "stub"\nstore = "named.db"\n')
    assert run("ingest", pages).exit_code == 0
    assert counts("named.db")[0] == 5
    monkeypatch.setenv("REPORTEDLY_STORE", "told.db")
    assert run("ingest", pages).exit_code == 0
    assert counts("told.db")[0] == 5


def test_what_fails_is_told_and_the_exit_status_is_1(run: Run, pages: Path) -> None:
    (pages / "x.html").write_bytes(b"%PDF-1.7")
    done = run("ingest", pages, "absent.html", "--store", "s.db")
    assert done.exit_code == 1
    assert "2 failed:" in done.stdout
    assert "no such file" in done.stdout
    first, last = done.stderr.splitlines()
    assert first.startswith(f"reportedly: {pages / 'x.html'}: a PDF, which is not read; give ")
    assert last == "reportedly: absent.html: no such file; check the path"


def test_what_fails_on_the_net_is_named_without_its_secrets(run: Run, server: WebServer) -> None:
    settings(server)
    done = run("ingest", server.url("/gone?api_key=s3cret"), "--store", "s.db")
    assert done.exit_code == 1
    assert server.url("/gone?api_key=***: ") in done.stderr
    assert "s3cret" not in done.output


def test_a_pipe_is_read_once_and_from_its_beginning(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=('{"id": "a", "text": "Gunners shelled Lind."}\n',))
    writer.start()
    done = run("ingest", pipe, "--store", "s.db")
    writer.join()
    assert (done.exit_code, done.stderr) == (0, "")
    assert counts() == (1, 1, 0)


def test_a_page_a_feed_and_their_pages_are_fetched(run: Run, server: WebServer) -> None:
    settings(server)
    address = news(server)
    server.routes["/alone"] = page("<h1>Alone</h1><p>Gunners shelled the pier of Lind again on Sunday, he said.</p>")
    done = run("ingest", server.url("/alone"), address, "--store", "s.db")
    assert (done.exit_code, done.stderr) == (0, "")
    assert counts() == (4, 4, 0)
    again = run("ingest", address, "--store", "s.db")
    assert "3 inputs finished by an earlier run" in again.stdout
    assert len(server.asked("/0")) == 1


def test_nothing_is_crawled_without_a_contact(run: Run, server: WebServer) -> None:
    settings(server, contact=False)
    done = run("ingest", news(server), "--store", "s.db")
    assert done.exit_code == 2
    assert "set contact" in done.stderr
    assert server.requests == []


def test_an_opml_file_subscribes_and_fetches_only_when_told(run: Run, server: WebServer) -> None:
    settings(server)
    Path("feeds.opml").write_text(
        f"<opml version='2.0'><body><outline type='rss' xmlUrl='{news(server)}'/></body></opml>"
    )
    done = run("ingest", "feeds.opml", "--store", "s.db")
    assert "1 feed subscribed to" in done.stdout
    assert counts() == (0, 0, 1)
    assert server.requests == []
    assert run("ingest", "feeds.opml", "--fetch", "--store", "s.db").exit_code == 0
    assert counts() == (3, 3, 1)


def test_a_feed_in_a_file_and_a_table_of_gdelt_lead_to_pages(run: Run, server: WebServer) -> None:
    settings(server)
    news(server)
    answer = server.routes["/feed"]
    assert isinstance(answer, Reply)
    assert isinstance(answer.body, bytes)
    Path("feed.xml").write_bytes(answer.body)
    row = ["1", "20260301000000", *[""] * 14]
    row[2], row[3], row[5] = "20260301000000", "1", server.url("/2")
    Path("20260301000000.mentions.csv").write_text("\t".join(row) + "\n")
    assert run("ingest", "feed.xml", "--store", "s.db").exit_code == 0
    done = run("ingest", "20260301000000.mentions.csv", "--store", "t.db")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (counts()[0], counts("t.db")[0]) == (3, 1)


def test_pages_that_are_kept_from_us_are_counted_apart(run: Run, server: WebServer) -> None:
    settings(server)
    server.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", headers={"Content-Type": "text/plain"})
    done = run("ingest", server.url("/a"), "--store", "s.db")
    assert "1 page kept from us: 1 robots" in done.stdout
    assert counts() == (0, 0, 0)


def test_lines_tell_how_far_it_is_where_there_is_no_terminal(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.cli.rates._EVERY", 0.0)
    done = run("ingest", pages, "--progress", "--store", "s.db")
    assert "5 captures, " in done.stderr
    assert "100 %" in done.stderr


def test_a_store_that_cannot_be_is_one_line(run: Run, pages: Path) -> None:
    Path("folder.db").mkdir()
    done = run("ingest", pages, "--store", "folder.db")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "reportedly: folder.db: is a folder, no store; name a file in it\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_finishes_the_batch_and_the_next_run_goes_on(
    command: list[str], environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    """The signal comes while the reader has the first batch, and waits on a pipe for more."""
    store = str(tmp_path / "s.db")
    given = [*command, "ingest", "-", "--store", store, "--reader", "stub"]
    with subprocess.Popen(
        given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as started:
        assert started.stdin is not None
        line = json.dumps({"id": "a", "text": "Gunners shelled the pier of Lind on Sunday night."}) + "\n"
        try:
            for index in range(70):
                started.stdin.write(line.replace('"a"', f'"a{index}"'))
            started.stdin.flush()
            end = monotonic() + 60
            while monotonic() < end and kept(store) < 64:
                pass
            started.send_signal(number)
            started.stdin.write(line.replace('"a"', '"last"'))
            out, error = started.communicate(timeout=60)
        finally:
            started.kill()
    assert started.returncode == 130
    assert "stopped; run it again to go on" in error
    assert "captures: " in out
    assert counts(store)[0] >= 64


def test_two_runs_at_once_wait_for_each_other(
    command: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    store = str(tmp_path / "s.db")
    for name, count in (("one", 40), ("two", 90)):
        texts(tmp_path / name, count)
    runs = [
        subprocess.Popen(
            [*command, "ingest", str(tmp_path / name), "--store", store, "--reader", "stub"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
        )
        for name in ("one", "two")
    ]  # fmt: skip
    done = [started.communicate(timeout=120) for started in runs]
    assert [started.returncode for started in runs] == [0, 0], done
    assert counts(store)[:2] == (90, 90)


def test_a_redirect_in_a_circle_is_a_failure_like_any_other(run: Run, server: WebServer) -> None:
    settings(server)
    server.routes["/a"] = redirect("/b")
    server.routes["/b"] = redirect("/a")
    done = run("ingest", server.url("/a"), "--store", "s.db")
    assert done.exit_code == 1
    assert "1 failed:" in done.stdout
