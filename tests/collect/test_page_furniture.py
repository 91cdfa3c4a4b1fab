import re
from collections.abc import Callable

import pytest

from reportedly.schema import Article

HEADLINE = "Varland troops cross the river at Ostrel"
Page = Callable[..., str]

FURNITURE = (
    "<p><a href='/x'>Read more: the river and its bridges</a></p>",
    "<p><b>Also read |</b> <a href='/x'>Ministers meet in the capital</a></p>",
    "<p><a href='/x'>Ministers meet in the capital for a second day</a></p>",
    "<p>Read also</p><ul><li><a href='/x'>Ministers meet in the capital</a></li></ul>",
    "<h3>Related</h3><p><a href='/x'>Ministers meet</a></p><p>Ministers meet in the capital</p>",
    "<p>Sign up for our daily briefing and get the news in your inbox.</p>",
    "<p>Subscribe to our newsletter</p>",
    "<form class='newsletter'><p>Enter your email address to receive alerts from us</p><input></form>",
    "<p>Follow the Courier on Twitter, Instagram and YouTube</p>",
    "<p>Join our WhatsApp channel for all the latest from the border</p>",
    "<div class='social-links'><p>Share this article with your friends on Facebook</p></div>",
    "<p>Facebook Twitter WhatsApp Email Copy link</p>",
    "<p>ADVERTISEMENT</p>",
    "<p>Story continues below advertisement</p>",
    "<p>Photo: Ana Vell/Getty Images</p>",
    "<figure><img><figcaption>Ana Vell/AFP via Getty Images</figcaption></figure>",
    "<p>[File: Ana Vell/Reuters]</p>",
    "<p>We use cookies to give you the best experience.</p>",
    "<p>This video can not be played</p>",
    "<p>© 2026 The Ostrel Courier. All rights reserved.</p>",
    "<p>Last updated: 14 March 2026, 10:30 GMT</p>",
    "<p>3 min read</p>",
    "<p>Tags: Varland, Ostrel, river</p>",
    "<p>0 Comments</p>",
    "<p>Click here for more on the river.</p>",
    "<div class='recommended'><ul><li><a>One</a></li><li><a>Two</a></li></ul></div>",
    "<p>Ministers furious at crossing [VIDEO]</p>",
    "<p>mara.quill@courier.example</p>",
)


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("inside", [True, False])
def test_furniture_does_not_reach_the_text(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...], furniture: str, inside: bool
) -> None:
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = page(body=first + furniture + "".join(rest)) if inside else page(after=furniture)
    assert article(html).text == "\n\n".join([HEADLINE, *paragraphs])


SENTENCES = (
    "<p>Read the full text of the ceasefire before you sign it, the minister told both delegations.</p>",
    "<p>Follow-up talks are to be held in Geneva on Monday.</p>",
    "<p>Share prices fell in the capital after the first reports of the crossing.</p>",
    "<p>Related charges against two officers were dropped last year.</p>",
    "<p>Watch towers on the far bank were hit by shells, residents said.</p>",
    "<p>“Get out of the town now,” the loudspeakers said.</p>",
    "<p>The <a href='/x'>ministry of defence said on Thursday that it knew nothing of the crossing.</a></p>",
    "<p>Photographs of the bridge showed two burnt-out trucks.</p>",
    "<p>Twitter and Facebook were blocked across Varland, a watchdog said.</p>",
    "<p>Subscribers to the state telephone network were cut off at noon.</p>",
    "<p>Video: a clip verified by this newspaper shows the bridge burning, and soldiers who run from it.</p>",
    "<p>(Reporting by Mara Quill; additional reporting by AFP)</p>",
    "<blockquote class='twitter-tweet social'><p>We have crossed the river. – the army of Varland</p></blockquote>",
    "<ul><li>At least four people were hurt in the shelling.</li></ul>",
    "<p>4:14 p.m.</p>",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_real_sentence_is_dropped(page: Page, article: Callable[..., Article], sentence: str) -> None:
    words = " ".join(re.sub(r"<[^>]*>", "", sentence).split())
    assert words in article(page(after=sentence)).text


def test_captions_are_kept_where_they_are_sentences(page: Page, article: Callable[..., Article]) -> None:
    captions = (
        "Smoke rises over Ostrel on Thursday, March 12, 2026. (AP Photo/Ana Vell)",
        "A soldier looks at the river from the far bank [Ana Vell/Reuters]",
        "The bridge after the shelling on Thursday | Photo Credit: AFP",
        "Image caption The customs post was burnt to the ground Image: EPA",
        "The bridge",
    )
    figures = "".join(f"<figure><img src='a'><figcaption>{caption}</figcaption></figure>" for caption in captions)
    text = article(page(after=figures)).text.split("\n\n")
    assert text[-4:] == [
        "Smoke rises over Ostrel on Thursday, March 12, 2026.",
        "A soldier looks at the river from the far bank",
        "The bridge after the shelling on Thursday",
        "The customs post was burnt to the ground",
    ]
