"""Pages around invented news, in the ways that news sites build them: with furniture, dates, scripts and teasers."""

import html
import json
import random
from collections.abc import Callable
from dataclasses import dataclass

import frames
from news import News

Template = Callable[[News, str, random.Random], str]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as a server sends it."""

    body: bytes
    content_type: str


def article(story: News, url: str, dice: random.Random) -> Page:
    """The page of an article, in one of the templates; an outlet keeps to its own."""
    which = frames.OUTLETS.index(story.outlet) % len(TEMPLATES)
    markup = TEMPLATES[which](story, url, dice)
    if which == len(TEMPLATES) - 1:  # the one that is not in UTF-8, and says so in the head of its answer only
        body = markup.encode("cp1252", errors="xmlcharrefreplace")
        return Page(body=body, content_type="text/html; charset=windows-1252")
    return Page(body=markup.encode(), content_type=dice.choice(("text/html; charset=utf-8", "text/html")))


def wall(dice: random.Random) -> Page:
    """What stands in place of an article."""
    title, said = dice.choice(frames.WALLS)
    markup = (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{_scripts(dice, 4)}</head><body>"
        f"<div><h1>{title}</h1>"
    )
    return Page(body=f"{markup}<p>{said}</p></div></body></html>".encode(), content_type="text/html; charset=utf-8")


def front(dice: random.Random) -> Page:
    """A front page: teasers and no article."""
    cards = "".join(
        f"<div class=card><h3><a href='/{number}'>{dice.choice(frames.TEASERS)}</a></h3></div>" for number in range(40)
    )
    markup = (
        f"<!DOCTYPE html><html lang=en><head><title>News</title>{_scripts(dice, 12)}</head><body>"
        f"{_nav(dice)}{cards}{_footer(dice)}"
    )
    return Page(body=f"{markup}</body></html>".encode(), content_type="text/html; charset=utf-8")


def foreign(dice: random.Random) -> Page:
    """An article in another language than English."""
    language = dice.choice(list(frames.FOREIGN))
    text = _paragraphs(dice.sample(frames.FOREIGN[language], 4) * 3)
    markup = (
        f"<!DOCTYPE html><html lang={language}><head><meta charset=utf-8><title>Stadt</title>"
        f"{_scripts(dice, 12)}</head>"
    )
    return Page(
        body=f"{markup}<body>{_nav(dice)}<article><h1>Stadt</h1>{text}</article>{_footer(dice)}</body></html>".encode(),
        content_type="text/html; charset=utf-8",
    )


def _linked(story: News, url: str, dice: random.Random) -> str:
    """A large site: JSON-LD, Open Graph, boxes between the paragraphs."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.at.isoformat(),
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": story.outlet},
        "url": url,
    }
    paragraphs = _wired(story)
    middle = len(paragraphs) // 2
    head = (
        f"<meta charset=utf-8><title>{_e(story.headline)} | {_e(story.outlet)}</title>"
        f"<link rel=canonical href='{url}'>"
        f"<meta property='og:title' content='{_e(story.headline)}'><meta property='og:type' content='article'>"
        f"<meta property='og:site_name' content='{_e(story.outlet)}'>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script>{_scripts(dice, 30)}"
    )
    body = (
        f"{_nav(dice)}<main><article><h1>{_e(story.headline)}</h1><div class=byline>By <a rel=author>"
        f"{story.author}</a></div>"
        f"<time datetime='{story.at.isoformat()}'>{story.at:%B %d, %Y}</time>{_share()}<div class=article-body>"
        f"{_paragraphs(paragraphs[:middle])}<aside class=newsletter>"
        f"<p>Sign up for our morning newsletter.</p></aside>"
        f"{_paragraphs(paragraphs[middle:])}</div></article>{_related(dice)}</main>{_footer(dice)}"
    )
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"


def _nested(story: News, url: str, dice: random.Random) -> str:
    """A site of many boxes in boxes, dated by a meta tag."""
    head = (
        f"<meta charset=utf-8><title>{_e(story.headline)} - {_e(story.outlet)}</title>"
        f"<meta property='article:published_time' content='{story.at.isoformat()}'>"
        f"<meta name=author content='{story.author}'>"
        f"<meta property='og:url' content='{url}'>"
        f"<meta property='og:site_name' content='{_e(story.outlet)}'>{_scripts(dice, 40)}"
    )
    text = "".join(f"<div class=block><div class=text><p>{_e(part)}</p></div></div>" for part in _wired(story))
    return (
        f"<!doctype html><html lang=en-GB><head>{head}</head><body><div id=root><div class=wrap>"
        f"{_nav(dice)}<div class=cols>"
        f"<div class=main><div class=breadcrumbs><a href='/'>Home</a> <a href='/world'>World</a></div>"
        f"<h1>{_e(story.headline)}"
        f"</h1>{_share()}<div class=story-body>{text}</div></div><div class=sidebar>{_related(dice)}"
        f"</div></div>"
        f"{_footer(dice)}</div></div></body></html>"
    )


def _blog(story: News, url: str, dice: random.Random) -> str:
    """A small site on common software: the date in its address and beside the headline, comments below."""
    said = dice.choices(frames.TEASERS, k=dice.randint(0, 9))
    comments = "".join(f"<li class=comment><p>{title}, really?</p></li>" for title in said)
    return (
        f"<!DOCTYPE html><html lang=en-US><head><meta charset='UTF-8'><title>"
        f"{_e(story.headline)} &#8211; {_e(story.outlet)}"
        f"</title><link rel='canonical' href='{url}'/>{_scripts(dice, 20)}</head>"
        f"<body class='single post'>{_nav(dice)}<article "
        f"class='post hentry'><header><h1 class='entry-title'>{_e(story.headline)}</h1>"
        f"<span class='posted-on'>Posted on "
        f"{story.at:%d %B %Y}</span> <span class='author vcard'>{story.author}</span></header>"
        f"<div class='entry-content'>"
        f"{_paragraphs(_wired(story))}</div></article><section class=comments><h2>Comments</h2><ol>"
        f"{comments}</ol></section>"
        f"{_related(dice)}{_footer(dice)}</body></html>"
    )


def _plain(story: News, url: str, dice: random.Random) -> str:
    """An old site: no metadata, a dash that is Windows-1252's own."""
    text = _paragraphs([part.replace(" - ", " \u2013 ") for part in _wired(story)])
    cells = "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in frames.SECTIONS)
    return (
        f"<html><head><title>{_e(story.outlet)}: {_e(story.headline)}</title><!-- {url} -->{_scripts(dice, 6)}</head>"
        f"<body><div class=left><ul>{cells}</ul></div><div class=content><h1>{_e(story.headline)}</h1>"
        f"<p class=date>{story.at:%d %B %Y}</p><p>By {story.author}</p>{text}</div>{_footer(dice)}</body></html>"
    )


TEMPLATES: tuple[Template, ...] = (_linked, _nested, _blog, _plain)


def _wired(story: News) -> list[str]:
    """The paragraphs, with the credit of the agency where there is one."""
    first, *rest = story.paragraphs
    if story.wire is None:
        return [first, *rest]
    return [f"{story.town.upper()} ({story.wire}) - {first}", *rest]


def _e(text: str) -> str:
    return html.escape(text)


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{_e(text)}</p>\n" for text in texts)


def _scripts(dice: random.Random, pieces: int) -> str:
    """Styles and scripts, about a KiB a piece, which make up most of a page."""
    rules = "".join(
        f".c{number:03d}{{margin:{number % 9}px;color:#{number * 4099 % 0xFFFFFF:06x}}}" for number in range(90)
    )
    ids = (f"{dice.getrandbits(128):032x}" for _ in range(pieces))
    values = "".join(f'window.cfg["k{n}"]={{"id":"{id_}","on":true,"w":[1,2,3]}};' for n, id_ in enumerate(ids))
    return f"<style>{rules}</style><script>{values * 16}</script>"


def _nav(dice: random.Random) -> str:
    sections = enumerate(frames.SECTIONS * 8)
    links = "".join(f"<li class='nav-item c{n:03d}'><a href='/{n}'>{name}</a></li>" for n, name in sections)
    return f"<header><nav><ul>{links}</ul></nav><div class=ticker>{dice.choice(frames.TEASERS)}</div></header>"


def _share() -> str:
    return "<div class=share><a href='#'>Share on Facebook</a> <a href='#'>Email</a> <a href='#'>Copy link</a></div>"


def _related(dice: random.Random) -> str:
    cards = "".join(
        f"<li class=teaser><a href='/t{n}'><img src='/i/{n}.jpg' alt=''><h3>{title}</h3></a></li>"
        for n, title in enumerate(dice.choices(frames.TEASERS, k=24))
    )
    return f"<section class=related><h2>More stories</h2><ul>{cards}</ul></section>"


def _footer(dice: random.Random) -> str:
    links = "".join(f"<a href='/f{number}'>{name}</a> " for number, name in enumerate(frames.SECTIONS * 2))
    return f"<footer><p>{links}</p><p>Copyright 2026. All rights reserved. {dice.randint(1, 99)}</p></footer>"
