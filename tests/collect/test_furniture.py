import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import phrases
from reportedly.collect.furniture import is_furniture, is_label
from reportedly.collect.pictures import caption, is_credit, without_credit


@pytest.mark.parametrize(
    "text",
    [
        "Related",
        "RELATED STORIES",
        "Also read:",
        "» Read more",
        "Advertisement",
        "Most read",
        "Skip to content",
        "Loading…",
    ],
)
def test_labels(text: str) -> None:
    assert is_label(text)
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Ministers meet in the capital",
        "ALSO READ | Ministers meet in the capital",
        "Watch: the bridge burns",
        "VIDEO | The bridge burns",
        "Subscribe to continue reading",
        "Already a subscriber? Log in",
        "Want more? Sign up for our newsletter",
        "Sign up to the Morning Brief, sent to your inbox every day",
        "Download the Courier app for free today",
        "Follow Mara Quill on Twitter: @maraquill",
        "Reach the reporter at https://courier.example/mara",
        "Support our journalism: become a member today",
        "By signing up you agree to our terms of use and privacy policy.",
        "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
        "Your browser does not support the video element.",
        "Please enable JavaScript to view the comments.",
        "Copyright © 2026 The Ostrel Courier",
        "Thank you for subscribing!",
        "Filed under: Varland, Ostrel",
        "Share Tweet Email Print",
        "Published 14 March 2026 at 10:30 GMT",
        "Updated 3 hours ago",
        "14/03/2026",
        "www.courier.example/river",
        "***",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Readers sent more than 400 letters on the river.",
        "Watch out for mines, the army told farmers.",
        "Follow the money, the prosecutor told the court.",
        "Get out, the soldiers shouted at the families in the house by the bridge.",
        "Join the army or leave, the posters said.",
        "Share the burden, the minister told her allies.",
        "The company changed its privacy policy and its terms of service in March.",
        "Regulators said sites must not make readers accept all cookies.",
        "Copyright law was at the heart of the dispute, the judge said.",
        "March 2026 was the deadliest month of the war.",
        "10:30 a.m.",
        "(Reuters)",
        "(With inputs from AFP)",
        "Reporting by Mara Quill; editing by Ilo Brandt",
        "Additional reporting by Reuters",
        "Related parties to the talks left Geneva on Monday.",
        "More than 400 people were killed, officials said.",
        "Trending downwards, the lira lost a tenth of its value.",
    ],
)
def test_text_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_furniture("Sign up for our newsletter. " * 20)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Ana Vell/Reuters",
        "Image credit: Getty Images",
        "Photograph by Ana Vell",
        "Ana Vell/AFP via Getty Images",
        "Ana Vell | AP Photo",
        "REUTERS/Ana Vell",
        "Getty Images",
        "[Ana Vell/Al Jazeera]",
        "Source: Reuters",
    ],
)
def test_credits_of_pictures(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize(
    "text", ["(Reuters)", "AFP", "AP", "Reuters reported the crossing first", "Sources: two officials in Varland"]
)
def test_credits_of_the_article_are_no_credits_of_pictures(text: str) -> None:
    assert not is_credit(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("The bridge burns. Photo: Ana Vell/AP", "The bridge burns."),
        ("The bridge burns Credit: EPA", "The bridge burns"),
        ("The bridge burns. (AP Photo/Ana Vell)", "The bridge burns."),
        ("The bridge burns (Ana Vell/Reuters)", "The bridge burns"),
        ("The bridge burns [File: Ana Vell/Reuters]", "The bridge burns"),
        ("The bridge burns. Ana Vell/Reuters", "The bridge burns."),
        ("Image caption The bridge burns", "The bridge burns"),
        ("2 of 7 The bridge burns", "The bridge burns"),
        ("The bridge burns, says Reuters.", "The bridge burns, says Reuters."),
        ("The bridge burns (Reuters)", "The bridge burns (Reuters)"),
        ("He quoted a source: they left.", "He quoted a source: they left."),
        ("They shared the image: a bridge.", "They shared the image: a bridge."),
    ],
)
def test_the_credit_of_a_picture_is_cut_off(text: str, rest: str) -> None:
    assert without_credit(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Soldiers rest beside the bridge (Reuters)", "Soldiers rest beside the bridge"),
        ("Soldiers rest beside the bridge AFP", "Soldiers rest beside the bridge"),
        ("The bridge", None),
        ("Photo: Ana Vell for The Ostrel Courier", None),
    ],
)
def test_a_caption_is_kept_where_it_is_a_sentence(text: str, rest: str | None) -> None:
    assert caption(text) == rest


@pytest.mark.parametrize(
    "text", ["photo " * 60, "a/" * 200, "Photo: " * 57, "share " * 60, "jan 1 " * 60, "(a/" * 130, "get you " * 50]
)
def test_no_line_takes_long(text: str) -> None:
    start = time.process_time()
    is_furniture(text)
    without_credit(text)
    assert time.process_time() - start < 0.5


@given(st.text(max_size=400) | st.text(alphabet="Photo: by/|()[]AP .", max_size=400))
def test_any_text_is_furniture_or_not(text: str) -> None:
    assert is_furniture(text) in (True, False)
    assert without_credit(text) in text


def test_every_phrase_is_in_lower_case() -> None:
    for patterns in (phrases.LABELS, phrases.TEASERS, phrases.NETWORKS, phrases.MAILING, phrases.INVITING):
        assert patterns == tuple(pattern.lower() for pattern in patterns)
        assert len(set(patterns)) == len(patterns)
