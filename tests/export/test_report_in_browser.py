"""The report in a real Chromium: what lights up, where keys and clicks lead, that nothing is fetched."""

import os
from collections.abc import Iterator

import pytest

import handmade
from chromium import Page, browse, executable
from reportedly.export import html

PROGRAM = executable()
if PROGRAM is None and not os.environ.get("CI"):
    pytest.skip("no Chromium on this machine (apt-get install chromium)", allow_module_level=True)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if PROGRAM is None:
        pytest.fail("CI must have a Chromium: apt-get install chromium")
    with browse(PROGRAM) as page:
        yield page


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    readings = (handmade.militia(), handmade.quiet(), handmade.arabic(), handmade.attack())
    with path.open("w", encoding="utf-8") as out:
        html.write(readings, out)
    return path.as_uri()


def lit(page: Page, article: int = 1) -> dict[str, str]:
    """The marked words of an article's text that are painted, by role."""
    found: dict[str, str] = page.evaluate(
        """(() => {
          const style = getComputedStyle(document.documentElement);
          const probe = document.body.appendChild(document.createElement("i"));
          const names = {};
          for (const role of ["content", "participant", "circumstance", "cue", "source", "trigger"]) {
            probe.className = "probe";
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.probe{background:var(--${role}-lit)}`);
            document.adoptedStyleSheets = [sheet];
            names[getComputedStyle(probe).backgroundColor] = role;
          }
          document.adoptedStyleSheets = [];
          probe.remove();
          const found = {};
          for (const span of document.querySelectorAll("#aNUMBER .words span, #aNUMBER h2 span")) {
            const role = names[getComputedStyle(span).backgroundColor];
            if (role) found[role] = (found[role] ? found[role] + "|" : "") + span.textContent;
          }
          return found;
        })()""".replace("NUMBER", str(article))
    )
    return found


PLANNED = {
    "content": " are planning to | | in ",
    "participant": "Fighters backed by Tessara|Meridian bases",
    "circumstance": "Karvia",
    "trigger": "attack",
    "source": "Harbour Times|military officials",
    "cue": "reported|quoting",
}
DENIED = {**PLANNED, "content": "that an attack was being prepared", "source": "Tessara", "cue": "denied"}


def claim(number: int, article: int = 1) -> str:
    return f'#a{article} .claim[data-k="{number}"]'


@pytest.mark.parametrize("script", [True, False])
def test_pointing_at_a_claim_lights_up_its_words(page: Page, address: str, script: bool) -> None:
    page.open(address, script=script)
    assert lit(page) == {}
    page.point(claim(1))
    assert lit(page) == PLANNED
    page.point(claim(3))
    assert lit(page) == DENIED
    page.point(".top h1")
    assert lit(page) == {}


def test_pointing_at_an_event_lights_up_all_that_is_said_of_it(page: Page, address: str) -> None:
    page.open(address)
    page.click(f"{claim(7)} .jump")
    page.point("#a1-e1 h4")
    assert lit(page)["trigger"] == "attack"
    assert lit(page)["source"] == "Harbour Times|military officials|one official|Tessara|He"


def test_only_the_article_of_the_claim_lights_up(page: Page, address: str) -> None:
    page.open(address)
    page.point(claim(1, article=3))
    assert lit(page) == {}
    assert lit(page, 3)["source"] == "مسؤول"
    assert lit(page, 3)["trigger"] == "قصفوا"


@pytest.mark.parametrize("script", [True, False])
def test_a_click_goes_to_the_words_and_keeps_them_lit(page: Page, address: str, script: bool) -> None:
    page.open(address, height=500, script=script)
    page.click(f"{claim(3)} .jump")
    page.point(".foot")
    assert page.evaluate("location.hash") == "#a1-k3"
    assert lit(page) == DENIED
    if script:
        page.press("Escape")
        assert lit(page) == {}


def test_the_words_are_on_the_screen_after_a_click(page: Page, address: str) -> None:
    page.open(address, width=420, height=700)
    page.click(f"{claim(6)} .jump")
    seen = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('.k6c').getBoundingClientRect())"
    wait = "new Promise(done => { const look = () => SEEN ? done(true) : setTimeout(look, 20); look(); })"
    assert page.evaluate(wait.replace("SEEN", seen))


def test_pointing_at_words_marks_their_claims(page: Page, address: str) -> None:
    page.open(address)
    page.point(".k3c")
    marked = """[...document.querySelectorAll("#a1 .claim")].filter(claim =>
        getComputedStyle(claim).backgroundColor != "rgba(0, 0, 0, 0)").map(claim => claim.dataset.k)"""
    assert page.evaluate(marked) == ["3"]


def test_keys_walk_through_the_claims(page: Page, address: str) -> None:
    page.open(address)
    at = "document.activeElement.getAttribute('href')"
    walked = []
    for key in ("j", "j", "j", "k", "ArrowDown", "ArrowUp"):
        page.press(key)
        walked.append(page.evaluate(at))
    assert walked == ["#a1-k1", "#a1-k2", "#a1-k3", "#a1-k2", "#a1-k3", "#a1-k2"]
    assert lit(page)["content"] == "They have held off so far"
    page.press("Escape")
    assert lit(page) == {}


def test_tab_reaches_every_claim_with_a_visible_focus(page: Page, address: str) -> None:
    page.open(address)
    reached = set()
    for _ in range(40):
        page.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))
        bare = "document.activeElement != document.body && STYLE.outlineStyle == 'none'"
        assert not page.evaluate(bare.replace("STYLE", "getComputedStyle(document.activeElement)"))
    assert {f"#a1-k{number}" for number in range(1, 8)} <= reached


def test_a_figure_in_the_text_leads_to_its_event(page: Page, address: str) -> None:
    page.open(address)
    page.click("#a1 .ref[href='#a1-e3']")
    page.point(".top h1")
    assert lit(page)["trigger"] == "bombed"


def test_a_screen_reader_hears_who_says_it_with_each_claim(page: Page, address: str) -> None:
    page.open(address)
    described = f"document.querySelector('{claim(1)} .jump').ariaDescribedByElements[0].textContent"
    assert " ".join(page.evaluate(described).split()) == (
        "○ planned The Lind Mail ← The Harbour Times ← military officials"
    )
    assert page.evaluate("document.querySelectorAll('article:not([aria-labelledby])').length") == 0


def test_nothing_is_fetched_and_nothing_complains(page: Page, address: str) -> None:
    page.open(address)
    page.point(claim(1, article=4))
    assert page.evaluate("document.title") == "Ledger of 4 articles"
    assert page.requests == [address]
    assert page.complaints == []


def test_what_outsiders_write_does_nothing(page: Page, address: str) -> None:
    page.open(address)
    assert page.evaluate("document.querySelectorAll('img, script:not(body > script), [onerror]').length") == 0
    assert "<script>document.title='owned'</script>" in page.evaluate("document.querySelector('#a4').textContent")
    assert page.evaluate("document.querySelectorAll('#a4 a[href^=javascript]').length") == 0


@pytest.mark.parametrize("width", [320, 420, 1000, 1400])
def test_no_width_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.open(address, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_the_ledger_below_the_text_and_no_colour(page: Page, address: str) -> None:
    page.open(address)
    page.media(type="print")
    below = "ledger.getBoundingClientRect().top > words.getBoundingClientRect().bottom"
    parts = "const [words, ledger] = ['.words', '.ledger'].map(name => document.querySelector('#a1 ' + name));"
    assert page.evaluate(f"(() => {{ {parts} return {below}; }})()")
    colours = "[...new Set([...document.querySelectorAll('#a1 .words *')].map(e => getComputedStyle(e).color))]"
    assert page.evaluate(colours) == ["rgb(0, 0, 0)"]
    style = "getComputedStyle(document.querySelector('.words .' + role)).textDecorationStyle"
    lines = f"['source', 'cue'].map(role => {style})"
    assert page.evaluate(lines) == ["solid", "dotted"]
    page.media()


def contrast(page: Page, selector: str) -> float:
    """Contrast of text to the paper (WCAG 2), as the first element that `selector` finds shows it."""
    colours = page.evaluate(
        f"[getComputedStyle(document.querySelector({selector!r})).color,"
        "getComputedStyle(document.body).backgroundColor].map(c => c.match(/[0-9.]+/g).map(Number))"
    )
    light = []
    for red, green, blue, *_ in colours:
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (red / 255, green / 255, blue / 255)
        ]
        light.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_is_readable(page: Page, address: str, scheme: str) -> None:
    page.open(address)
    page.media(prefers_color_scheme=scheme)
    names = ["source", "cue", "trigger", "participant", "aside", "planned", "averted", "denied", "threatened"]
    faint = {name: contrast(page, f"#a1 .{name}") for name in [*names, "occurred", "ongoing"]}
    page.media()
    assert {name: value for name, value in faint.items() if value < 4.5} == {}


def test_right_to_left_text_runs_from_the_right(page: Page, address: str) -> None:
    page.open(address)
    assert page.evaluate("getComputedStyle(document.querySelector('#a3 .words p')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('#a3 .ledger')).direction") == "ltr"
