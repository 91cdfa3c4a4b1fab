import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from click.testing import Result

from kept import news, settings
from reportedly.collect.feeds import opml, subscription_id
from reportedly.store import open_store
from web_server import WebServer, page, serving

Run = Callable[..., Result]
URL = "https://news.example/rss"
HERE = ("--store", "s.db")


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


def test_feeds_are_added_listed_and_removed(run: Run) -> None:
    assert run("feeds", "add", URL, "--title", "Lind News", "--language", "en", *HERE).stdout == (
        "1 new, 0 followed already\n"
    )
    assert run("feeds", "add", "HTTP://news.example:80/rss", *HERE).stdout == "0 new, 1 followed already\n"
    listed = run("feeds", "list", *HERE).stdout
    assert listed.split() == [subscription_id(URL), "en", "-", "Lind", "News", URL, "(unverified)"]
    assert "is followed no longer" in run("feeds", "remove", URL, *HERE).stdout
    assert run("feeds", "list", *HERE).stdout == ""
    assert run("feeds", "remove", URL, *HERE).exit_code == 2


@pytest.mark.parametrize("given", [("feeds", "add", "no-address"), ("feeds", "add", URL, URL + "2", "--title", "x")])
def test_wrong_usage_is_one_line(run: Run, given: tuple[str, ...]) -> None:
    done = run(*given, *HERE)
    assert done.exit_code == 2
    assert done.stderr.startswith("reportedly: ")
    assert not Path("s.db").exists()


def test_an_address_with_a_password_is_not_followed_and_not_said(run: Run) -> None:
    done = run("feeds", "add", "https://ann:s3cret@news.example/rss", *HERE)
    assert done.exit_code == 2
    assert done.stderr.startswith("reportedly: https://news.example/rss is no address of a feed")
    assert "s3cret" not in done.output


def test_lists_of_feeds_go_in_and_out(run: Run) -> None:
    Path("in.opml").write_text(
        "<opml version='2.0'><body><outline text='Region'><outline type='rss' text='One' xmlUrl='https://a.example/1'/>"
        "<outline type='rss' text='Two' xmlUrl='https://b.example/2'/><outline type='rss' text='None'/></outline>"
        "</body></opml>"
    )
    done = run("feeds", "import", "in.opml", *HERE)
    assert (done.exit_code, done.stdout) == (1, "2 new, 0 followed already\n")
    assert "None: no address" in done.stderr
    assert run("feeds", "export", "-o", "out.opml", *HERE).exit_code == 0
    out = opml.read(Path("out.opml").read_bytes())
    assert [(feed.title, feed.group) for feed in out.subscriptions] == [("One", "Region"), ("Two", "Region")]


def test_the_starter_set_is_listed_and_followed(run: Run) -> None:
    listed = run("feeds", "starter", "--language", "en").stdout.splitlines()
    assert len(listed) > 100
    done = run("feeds", "starter", "--language", "en", "--subscribe", *HERE)
    assert done.exit_code == 0
    with open_store("s.db") as store:
        assert len(store.subscriptions()) > 100


def test_feeds_are_found_at_a_home_page(run: Run, server: WebServer) -> None:
    settings(server, contact=False)
    news(server)
    server.routes["/"] = page("<link rel='alternate' type='application/rss+xml' href='/feed'><p>Welcome to Lind.</p>")
    found = run("feeds", "discover", server.url("/"), "--subscribe", *HERE)
    assert (found.exit_code, found.stderr) == (0, "")
    assert "The Lind Mail" in found.stdout
    assert server.url("/feed") in run("feeds", "list", *HERE).stdout
    assert run("feeds", "discover", server.url("/0")).exit_code == 1


def test_a_watch_polls_and_ends_well_at_sigterm_and_the_feeds_say_how_they_do(
    run: Run, server: WebServer, command: list[str], environment: dict[str, str]
) -> None:
    settings(server)
    bad = server.url("/none")
    assert run("feeds", "add", news(server), bad, *HERE).exit_code == 0
    given = [*command, "watch", *HERE, "--reader", "stub", "--metrics", "127.0.0.1:0"]
    actions: list[str] = []
    with subprocess.Popen(given, stderr=subprocess.PIPE, text=True, env=environment) as started:
        try:
            assert started.stderr is not None
            for line in started.stderr:
                actions.append(line)
                if sum('"page"' in one for one in actions) == 3 and sum('"poll"' in one for one in actions) >= 2:
                    started.terminate()
                    break
            rest = started.stderr.read()
            assert started.wait(60) == 0
        finally:
            started.kill()
    assert '"action": "start"' in actions[0]
    assert '"action": "stop"' in rest.splitlines()[-1]
    health = run("feeds", "health", *HERE)
    assert health.exit_code == 0
    assert "2 of 2 do well" in health.stdout
    shown = run("feeds", "health", bad, *HERE)
    assert "failed the last time" in shown.stdout
    covered = run("feeds", "coverage", bad, *HERE)
    assert "0 of 25 hours" in covered.stdout
    assert "to" in covered.stdout.splitlines()[1]
    with open_store("s.db") as store:
        assert store.counts().readings == 3


def test_a_watch_without_a_contact_does_not_begin(run: Run, server: WebServer) -> None:
    settings(server, contact=False)
    done = run("watch", *HERE)
    assert (done.exit_code, Path("s.db").exists()) == (2, False)
    assert "set contact" in done.stderr
    settings(server)
    assert "write HOST:PORT" in run("watch", *HERE, "--metrics", "nowhere").stderr
    assert "--log" in run("watch", *HERE, "--log", "absent/log").stderr


def test_a_watch_that_is_killed_goes_on_where_it_was(
    run: Run, server: WebServer, command: list[str], environment: dict[str, str]
) -> None:
    settings(server)
    assert run("feeds", "add", news(server, 6), *HERE).exit_code == 0
    given = [*command, "watch", *HERE, "--reader", "stub"]
    for until, number in (('"poll"', signal.SIGKILL), ('"page"', signal.SIGKILL), ('"page"', signal.SIGKILL)):
        with subprocess.Popen(given, stderr=subprocess.PIPE, text=True, env=environment) as started:
            assert started.stderr is not None
            for line in started.stderr:
                if until in line:
                    started.send_signal(number)
                    break
    with subprocess.Popen(given, stderr=subprocess.PIPE, text=True, env=environment) as started:
        assert started.stderr is not None
        end = monotonic() + 60
        while monotonic() < end:
            with open_store("s.db") as store:
                if store.counts().readings == 6:
                    break
        started.terminate()
        started.stderr.read()
        assert started.wait(60) == 0
    with open_store("s.db") as store:
        counts = store.counts()
    assert (counts.articles, counts.readings, counts.queued) == (6, 6, 0)
    assert max(len(server.asked(f"/{number}")) for number in range(6)) <= 2
