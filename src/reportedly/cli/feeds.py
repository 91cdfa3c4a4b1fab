"""`reportedly feeds`: which feeds are followed, and how they do."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

import click

from reportedly import settings
from reportedly.cli import FAILED, complain, output, stores, when
from reportedly.collect.clock import SystemClock
from reportedly.collect.feeds import opml, subscription_id
from reportedly.collect.feeds.coverage import Coverage
from reportedly.collect.feeds.health import HealthLevel
from reportedly.collect.feeds.identity import absolute
from reportedly.collect.feeds.starter import starter
from reportedly.collect.fetch import PoliteFetcher
from reportedly.errors import UsageError
from reportedly.export.words import one_line
from reportedly.keep import subscribing
from reportedly.keep.secrets import bare
from reportedly.schema import Subscription

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_WELL = frozenset({HealthLevel.OK, HealthLevel.NEW})


@click.group(name="feeds")
def command() -> None:
    """List, add and remove the feeds that are followed, and say how they do."""


@command.command(name="list")
@stores.OPTION
def list_command(*, address: str | None) -> None:
    """List the feeds that are followed: id, language, outlet, title, address."""
    with stores.opened(address, settings.load()) as store:
        _list(store.subscriptions())


@command.command(name="add")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@stores.OPTION
@click.option("--title", metavar="NAME", help="What it is called, where one feed is added.")
@click.option("--group", metavar="NAME", help="The group that it belongs to.")
@click.option("--language", metavar="TAG", help="The language that it is in, such as en.")
def add_command(
    *, urls: Sequence[str], address: str | None, title: str | None, group: str | None, language: str | None
) -> None:
    """Follow the feeds at these addresses. Nothing is fetched: the next round of a watch looks at them."""
    wrong = next((url for url in urls if absolute(url, "") is None), None)
    if wrong is not None:
        raise UsageError(f"{bare(wrong)} is no address of a feed; write https://... without a user name")
    if title is not None and len(urls) > 1:
        raise UsageError("--title names one feed, and there are several")
    feeds = [
        Subscription(
            id=subscription_id(url),
            url=url,
            title=title,
            group=group,
            language=language,
            outlet=subscribing.outlet_at(url),
        )
        for url in urls
    ]
    _follow(feeds, address)


@command.command(name="remove")
@click.argument("names", metavar="ID|URL...", nargs=-1, required=True)
@stores.OPTION
def remove_command(*, names: Sequence[str], address: str | None) -> None:
    """Follow feeds no longer; what came through them stays."""
    with stores.opened(address, settings.load()) as store:
        for name in names:
            feed = subscribing.unsubscribe(store, name, SystemClock())
            click.echo(f"{feed.id} is followed no longer: {feed.url}")


@command.command(name="import")
@click.argument("path", metavar="OPML", type=_FILE)
@stores.OPTION
@click.pass_context
def import_command(ctx: click.Context, *, path: Path, address: str | None) -> None:
    """Follow all feeds in an OPML file."""
    outline = opml.read(path.read_bytes(), str(path))
    for issue in outline.issues:
        complain(str(issue))
    _follow(outline.subscriptions, address)
    if outline.issues:
        ctx.exit(FAILED)


@command.command(name="export")
@stores.OPTION
@click.option("-o", "--output", "path", type=output.FILE, metavar="FILE", help="Write there instead.")
def export_command(*, address: str | None, path: Path | None) -> None:
    """Print the feeds that are followed as OPML."""
    with stores.opened(address, settings.load()) as store:
        feeds = sorted(store.subscriptions(), key=lambda feed: (feed.group or "", feed.title or feed.url))
    with output.stream(path, "opml") as out:
        out.write(opml.write(feeds, "Feeds of reportedly").decode())


@command.command(name="starter")
@stores.OPTION
@click.option("--subscribe", is_flag=True, help="Follow them, not only list them.")
@click.option("--group", metavar="NAME", help="Only those of this group.")
@click.option("--language", metavar="TAG", help="Only those in this language, such as en.")
def starter_command(*, address: str | None, subscribe: bool, group: str | None, language: str | None) -> None:
    """List the feeds that come with the package, or follow them; none of them is verified."""
    feeds = [
        feed
        for feed in starter()
        if (group is None or feed.group == group)
        and (language is None or (feed.language or "").split("-")[0] == language.split("-")[0])
    ]
    if subscribe:
        _follow(feeds, address)
    else:
        for name, members in groupby(feeds, key=lambda feed: feed.group or "no group"):
            click.echo(name)
            _list(members)


@command.command(name="discover")
@click.argument("url", metavar="URL")
@stores.OPTION
@click.option("--subscribe", is_flag=True, help="Follow the first of them.")
def discover_command(*, url: str, address: str | None, subscribe: bool) -> None:
    """Find the feeds of a page, such as the home page of an outlet, best first."""
    clock = SystemClock()
    found = subscribing.found(url, PoliteFetcher(settings.load().collect, clock, crawl=False), clock.now())
    _list(found)
    if subscribe:
        _follow(found[:1], address)


@command.command(name="health")
@click.argument("names", metavar="[ID|URL...]", nargs=-1)
@stores.OPTION
@click.option("--all", "everything", is_flag=True, help="Show those that do well, too.")
@click.pass_context
def health_command(ctx: click.Context, *, names: Sequence[str], address: str | None, everything: bool) -> None:
    """Say how feeds do, and why: ok, new, slow, undated, silent, empty, failing or dead.

    A feed that answers and brings nothing for much longer than it used to is silent; that is no sign of calm. The exit
    status is 1 where one does not do well.
    """
    with stores.opened(address, settings.load()) as store:
        wanted = {subscribing.followed(store, name).id for name in names}
        found = subscribing.overview(store, SystemClock().now())
    shown = [one for one in found if not wanted or one.feed.id in wanted]
    ill = [one for one in shown if one.health.level not in _WELL]
    for one in shown if everything or wanted else ill:
        last = f"{one.last:%Y-%m-%d %H:%M}" if one.last else "never"
        reasons = "; ".join(one.health.reasons) or "brings what it should"
        name = one_line(one.feed.title or one.feed.url)
        click.echo(f"{one.health.level.value:<8}{one.feed.id}  last {last:<17}{name}: {one_line(reasons)}")
    new = sum(one.health.level is HealthLevel.NEW for one in shown)
    rest = f", {new:,} were not looked at yet" if new else ""
    click.echo(f"{len(shown) - len(ill) - new:,} of {len(shown):,} do well{rest}")
    if ill:
        ctx.exit(FAILED)


@command.command(name="coverage")
@click.argument("names", metavar="[ID|URL...]", nargs=-1)
@stores.OPTION
@click.option("--since", metavar="WHEN", callback=when.moment, help="The first hour; a day ago if not given.")
@click.option("--until", metavar="WHEN", callback=when.moment, help="The hour after the last; now if not given.")
def coverage_command(
    *, names: Sequence[str], address: str | None, since: datetime | None, until: datetime | None
) -> None:
    """Say which hours of feeds were seen: # seen, + in part, . not at all. A gap is a gap, and no calm."""
    end = until or SystemClock().now()
    start = since or end - timedelta(days=1)
    with stores.opened(address, settings.load()) as store:
        feeds = [subscribing.followed(store, name) for name in names] or store.subscriptions()
        for feed in feeds:
            found = subscribing.coverage(store, feed, start, end)
            signs = "".join(_SIGNS[hour.state] for hour in found)
            seen = sum(hour.state is Coverage.SEEN for hour in found)
            click.echo(f"{feed.id}  {signs}  {seen} of {len(found)} hours  {one_line(feed.title or feed.url)}")
            if names:
                _gaps([(hour.hour, hour.reason) for hour in found if hour.reason is not None])


_SIGNS = {Coverage.SEEN: "#", Coverage.PARTIAL: "+", Coverage.GAP: "."}


def _gaps(hours: Iterable[tuple[datetime, str | None]]) -> None:
    """Why hours were not seen, those with one reason together."""
    for reason, members in groupby(hours, key=lambda one: one[1]):
        moments = [moment for moment, _ in members]
        click.echo(f"  {moments[0]:%Y-%m-%d %H:%M} to {moments[-1] + timedelta(hours=1):%Y-%m-%d %H:%M}: {reason}")


def _list(feeds: Iterable[Subscription]) -> None:
    for feed in feeds:
        title = one_line(feed.title or "(no title)")
        mark = "" if feed.verified else "  (unverified)"
        click.echo(f"{feed.id}  {feed.language or '-':<6}{feed.outlet or '-':<24}{title}  {feed.url}{mark}")


def _follow(feeds: Sequence[Subscription], address: str | None) -> None:
    with stores.opened(address, settings.load(), create=True) as store:
        new = subscribing.subscribe(store, feeds, SystemClock())
    click.echo(f"{new:,} new, {len(feeds) - new:,} followed already")
