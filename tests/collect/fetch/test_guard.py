"""No way of writing an address leads to a network that is not public: neither asked for, nor by a redirect."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.fetch import PoliteFetcher
from reportedly.collect.fetch.guard import Guard, Refused, Unresolved, shown
from reportedly.errors import SettingsError
from reportedly.protocols import Clock
from reportedly.schema import FetchOutcome
from web_server import WebServer, page, redirect

PUBLIC = "93.184.215.14"

LITERALS = """
    http://127.0.0.1/ http://127.0.0.53/ http://127.255.255.254/ http://0.0.0.0/ http://0.1.2.3/ http://10.0.0.1/
    http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.254/ http://192.168.0.1/ http://192.168.255.1/
    http://100.64.0.1/ http://100.127.255.254/ http://100.100.100.200/latest/meta-data/ http://169.254.0.1/
    http://169.254.169.254/latest/meta-data/ http://168.63.129.16/ http://192.0.0.1/ http://192.0.0.192/
    http://192.0.2.1/ http://198.51.100.7/ http://203.0.113.7/ http://198.18.0.1/ http://198.19.255.255/
    http://192.88.99.1/ http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/
    http://[::]/ http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[0000:0000:0000:0000:0000:0000:0000:0001]/
    http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::ffff:169.254.169.254]/ http://[::ffff:10.0.0.1]/
    http://[::127.0.0.1]/ http://[::7f00:1]/ http://[::ffff:0:127.0.0.1]/ http://[64:ff9b::127.0.0.1]/
    http://[64:ff9b::a9fe:a9fe]/ http://[64:ff9b:1::a00:1]/ http://[2002:7f00:1::]/ http://[2002:a00:1::1]/
    http://[2001:0:7f00:1::]/ http://[2001::1]/ http://[2001:db8::1]/ http://[2001:2::1]/ http://[3fff::1]/
    http://[fc00::1]/ http://[fd00:ec2::254]/latest/meta-data/ http://[fd12:3456::1]/ http://[fe80::1]/
    http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[fec0::1]/ http://[ff02::1]/ http://[100::1]/
    http://[5f00::1]/ http://[2600:1f00::200:5efe:7f00:1]/ http://[2600:1f00::5efe:10.0.0.1]/
    https://127.0.0.1/ https://[::1]/ https://169.254.169.254/
""".split()
"""Addresses that are not public, plainly written."""

HIDDEN = """
    http://2130706433/ http://3232235521/ http://2852039166/ http://0x7f000001/ http://0x7f.0.0.1/ http://0x7f.1/
    http://0177.0.0.1/ http://00177.0.0.01/ http://017700000001/ http://127.1/ http://127.0.1/ http://10.1/ http://0/
    http://0x0/ http://127.0.0.1./ http://127.0.0.1../ http://127.00.0.1/ http://0x7F.0x0.0x0.0x1/
    http://127.0.0.0x1/ http://4294967297/ http://127.0.0.1.1/ http://%31%32%37.0.0.1/ http://127%2e0%2e0%2e1/
    http://%6c%6f%63%61%6c%68%6f%73%74/ http://①②⑦.⓪.⓪.①/ http://１２７.０.０.１/ http://127。0。0。1/ http://127．0．0．1/
    http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://ｌｏｃａｌｈｏｓｔ/ http://local\u200bhost/
    http://local\u00adhost/ http://127.0.0.1\u200b/ http://\u202elocalhost/ http://[::①]/ http://[::1/ http://::1/
    http://[::1]./ http://[[::1]]/ http://[127.0.0.1]/ http://localhost%00.news.example/ http://127.0.0.1%0d%0a/
    http://127.0.0.1\\.news.example/ http://news.example\\@127.0.0.1/ http://127.0.0.1\t/ http://127.0.0.1%20/
    http:///127.0.0.1/ http:127.0.0.1/ http:/127.0.0.1/ //127.0.0.1/ http:\\\\127.0.0.1\\ http://127.0.0.1,news.example/
""".split(" ")
"""The same in forms that hide it, or that two programs may read as two hosts."""

NAMES = """
    http://localhost/ http://LOCALHOST/ http://localhost./ http://a.localhost/ http://localhost.localdomain/
    http://printer/ http://printer.local/ http://wiki.corp/ http://metadata.google.internal/computeMetadata/v1/
    http://metadata/ http://kubernetes.default.svc.cluster.local/ http://router.home.arpa/ http://router.lan/
    http://house.intranet/ http://instance-data.ec2.internal/
""".split()
"""Names that only a house has."""

OTHERS = """
    file:///etc/passwd ftp://news.example/ gopher://news.example/_x data:text/html,x javascript:alert(1)
    dict://news.example:11211/ ldap://news.example/ jar:http://news.example/!/ news.example http:// http://:80/ http://./
    https://user@news.example/ https://user:secret@news.example/ https://@news.example/ https://:@news.example/
    http://news.example:22/ http://news.example:8080/ https://news.example:6379/ http://news.example:0/
    http://news.example:99999/ http://news.example:-80/ http://news.example:80:80/ http://news.example:８０８０/
    http://news..example/ http://-/ http://a_b..c/ http://news.example\u2044/ http://news.ex\u2024mple\uff03@x/
""".split()
"""Other schemes, ports, users, and what is no address."""

FORBIDDEN = [url.strip() for url in (*LITERALS, *HIDDEN, *NAMES, *OTHERS) if url.strip()]


def of(*addresses: str) -> Callable[[str, int], Sequence[str]]:
    return lambda _host, _port: addresses


def refused(guard: Guard, url: str, base: str | None = None) -> str:
    with pytest.raises(Refused) as caught:
        guard.target(url, base)
    return str(caught.value)


def test_the_table_is_long() -> None:
    assert len(set(FORBIDDEN)) >= 150


@pytest.mark.parametrize("url", FORBIDDEN)
def test_it_is_refused_when_asked_for(url: str) -> None:
    def local(_host: str, _port: int) -> Sequence[str]:
        return ("127.0.0.1",)

    assert refused(Guard((), local), url)


def test_none_gets_through_a_redirect(server: WebServer, fetcher: Callable[..., PoliteFetcher]) -> None:
    """The server itself is allowed; whatever it sends on to is not, and nothing but the server was asked."""
    fetching = fetcher()
    for number, url in enumerate(FORBIDDEN):
        if "//" not in url[:9]:
            continue
        server.routes[f"/{number}"] = redirect(url.encode("utf-8").decode("latin-1").replace("\t", "%09"))
        got = fetching.fetch(server.url(f"/{number}"))
        assert got.body is None, url
        assert got.outcome is FetchOutcome.REFUSED or got.url.startswith(server.url("/")), (url, got)
    assert {one.host for one in server.requests} == {"127.0.0.1"}


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.0.0.1 169.254.169.254 ::1 fd00:ec2::254 ::ffff:10.0.0.1 fe80::1%eth0 100.64.1.1".split(),
)
def test_a_public_name_that_leads_there_is_refused_whichever_address_comes_first(address: str) -> None:
    for addresses in ((address,), (PUBLIC, address), (address, PUBLIC)):
        assert refused(Guard((), of(*addresses)), "https://news.example/")


def test_the_reason_names_what_it_is() -> None:
    assert refused(Guard(), "http://127.0.0.1/") == "127.0.0.1 is this machine itself"
    assert refused(Guard((), of("10.0.0.7")), "http://news.example/") == (
        "news.example leads to a private network (10.0.0.7)"
    )
    assert refused(Guard(), "http://[::ffff:169.254.169.254]/") == "169.254.169.254 is a cloud's metadata service"
    assert refused(Guard(), "http://0x7f.1/") == "an address in a form that hides it"
    assert refused(Guard(), "ftp://news.example/") == "ftp is not http or https"
    assert refused(Guard(), "http://u:p@news.example/") == "a user name or password in the address"
    assert refused(Guard(), "http://news.example:8080/") == "port 8080 is not one of the web"
    assert refused(Guard(), "http://news.example/" + "a" * 3000) == "longer than 2048 characters"


@pytest.mark.parametrize(
    ("url", "usual"),
    [
        ("HTTPS://News.Example.:443/a b?q=ü#top", "https://news.example/a%20b?q=%C3%BC"),
        ("http://news.example", "http://news.example/"),
        ("http://news.example:443/", "http://news.example:443/"),
        (" https://новости.рф/а ", "https://xn--b1amnebsh.xn--p1ai/%D0%B0"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2606:2800:21f:0:0:0:0:1]/", "https://[2606:2800:21f::1]/"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
        ("http://93.184.215.14.news.example/", "http://93.184.215.14.news.example/"),
        ("http://news.example/%7Ea/%2e%2e/?u=http://10.0.0.1/", "http://news.example/%7Ea/%2e%2e/?u=http://10.0.0.1/"),
    ],
)
def test_what_is_public_passes_in_its_usual_form(url: str, usual: str) -> None:
    assert Guard((), of(PUBLIC, "2606:2800:21f::1")).target(url).url == usual


def test_translated_addresses_are_what_is_inside_them() -> None:
    assert Guard((), of("64:ff9b::5db8:d70e", "::ffff:93.184.215.14")).target("http://news.example/").addresses == (
        "64:ff9b::5db8:d70e", PUBLIC,
    )  # fmt: skip


def test_a_host_without_an_address_is_unresolved() -> None:
    def fails(_host: str, _port: int) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unresolved, match=r"news\.example cannot be resolved: Name or service not known"):
        Guard((), fails).target("http://news.example/")
    with pytest.raises(Unresolved, match="has no address"):
        Guard((), of()).target("http://news.example/")


ALLOWED = [
    ("10.2.0.0/16", "http://10.2.3.4/", True), ("10.2.0.0/16", "http://10.3.0.1/", False),
    ("10.2.0.0/16", "http://10.2.3.4:8080/", False), ("10.2.0.0/16:8080", "http://10.2.3.4:8080/", True),
    ("10.2.0.0/16:8080", "http://10.2.3.4/", False), ("10.2.3.4:8080", "http://10.2.3.5:8080/", False),
    ("10.2.3.4", "https://10.2.3.4/", True), ("::1", "http://[::1]/", True), ("[::1]:81", "http://[::1]:81/", True),
    ("fd00::/8", "http://[fd12::1]/", True), ("127.0.0.0/8", "http://[::ffff:127.0.0.1]/", True),
    ("feeds.house", "http://feeds.house/", True), ("feeds.house:8080", "http://feeds.house:8080/", True),
    ("feeds.house:8080", "http://other.house:8080/", False), ("feeds.house", "http://feeds.house:8080/", False),
    ("printer", "http://printer/", True), ("localhost:9000", "http://localhost:9000/", True),
    ("10.9.9.9", "http://printer/", True), ("10.9.9.8", "http://printer/", False),
    ("FEEDS.house.", "http://feeds.house/", True), ("127.0.0.1:9000", "http://2130706433:9000/", False),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "url", "passes"), ALLOWED)
def test_the_list_opens_what_it_names_and_nothing_else(entry: str, url: str, passes: bool) -> None:
    guard = Guard((entry,), of("10.9.9.9"))
    if passes:
        assert guard.target(url).addresses
    else:
        assert refused(guard, url)


@pytest.mark.parametrize("address", ["169.254.169.254", "fd00:ec2::254", "fe80::1", "224.0.0.1", "::"])
def test_a_host_that_is_allowed_by_name_opens_no_metadata(address: str) -> None:
    assert refused(Guard(("feeds.house",), of(address)), "http://feeds.house/")


@pytest.mark.parametrize("entry", ["", "10.2.0.1/16", "10.2.0.0/99", "a b", "host:0", "host:99999", "host:x", "0x7f.1"])
def test_an_entry_that_cannot_be_read_is_an_error(entry: str) -> None:
    with pytest.raises(SettingsError, match="allow of"):
        Guard((entry,))


@given(st.ip_addresses())
def test_whatever_python_calls_private_is_refused(address: object) -> None:
    one = ip_address(str(address))
    written = f"[{one}]" if isinstance(one, IPv6Address) else str(one)
    if one.is_private or one.is_multicast or one.is_reserved or one.is_link_local or not one.is_global:
        inside = one.ipv4_mapped if isinstance(one, IPv6Address) else None
        if one in ip_network("64:ff9b::/96"):
            inside = IPv4Address(one.packed[12:])
        if inside is not None and inside.is_global:
            return
        assert refused(Guard(), f"http://{written}/")


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_none_reaches_this_machine(text: str) -> None:
    for url in (text, f"http://{text}/", f"http://127.0.0.1{text}", f"http://{text}127.0.0.1/"):
        try:
            target = Guard((), of("127.0.0.1")).target(url)
        except (Refused, Unresolved):
            continue
        assert all(address != "127.0.0.1" for address in target.addresses)


def test_a_log_shows_neither_user_nor_query() -> None:
    assert shown("https://me:secret@news.example/a?token=1#x") == "https://***@news.example/a?…"
    assert shown("https://news.example/a@b") == "https://news.example/a@b"
    assert shown("https://news.example/\x1b[2J\n?a") == "https://news.example/\ufffd[2J\ufffd?…"


def test_a_name_that_changes_its_address_is_connected_to_where_it_was_checked(
    server: WebServer, clock: Clock
) -> None:
    """The first answer is checked and used; the second, which leads home, is checked anew and refused."""
    answers = [("127.0.0.1",), ("127.0.0.1",), ("127.9.9.9",)]
    asked: list[str] = []

    def changing(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    server.routes["/a"] = page("words")
    allow = (f"127.0.0.1:{server.port}",)
    fetching = PoliteFetcher(server.settings(allow=allow), clock, resolve=changing)
    first = fetching.fetch(server.url("/a", host="news.example"))
    assert (first.outcome, asked) == (FetchOutcome.OK, ["news.example"] * 2)
    second = fetching.fetch(server.url("/a", host="news.example"))
    assert (second.outcome, asked) == (FetchOutcome.REFUSED, ["news.example"] * 3)
    assert len(server.asked("/a")) == 1
