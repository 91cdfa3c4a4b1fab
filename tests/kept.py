"""A server of pages and feeds for commands, and the settings under which they may fetch from it."""

from email.utils import formatdate
from pathlib import Path

from kept_pages import page
from web_server import Reply, WebServer, feed


def settings(server: WebServer, *, contact: bool = True, delay: float = 0.0) -> None:
    """Write `reportedly.toml` into the working directory."""
    Path("reportedly.toml").write_text(
        'reader = "stub"\n[collect]\n'
        + ('contact = "desk@example.org"\n' if contact else "")
        + f'allow = ["127.0.0.0/8:{server.port}"]\ndelay = {delay}\ntimeout = 5.0\n'
    )


def news(server: WebServer, count: int = 3) -> str:
    """A feed with so many pages; its address."""
    for number in range(count):
        server.routes[f"/{number}"] = Reply(page(number), headers={"Content-Type": "text/html; charset=utf-8"})
    items = "".join(
        f"<item><title>Report {n}</title><link>{server.url(f'/{n}')}</link><guid>g{n}</guid>"
        f"<pubDate>{formatdate()}</pubDate></item>"
        for n in range(count)
    )
    server.routes["/feed"] = feed(f"<rss version='2.0'><channel><title>The Lind Mail</title>{items}</channel></rss>")
    return server.url("/feed")
