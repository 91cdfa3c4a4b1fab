import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.wire import credited

BODY = "Troops crossed the river at dawn on Thursday.\n\nThe ministry denied it, Reuters reported.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("text", "byline", "wire"),
    [
        (f"OSTREL, March 3 (Reuters) - {BODY}", None, "Reuters"),
        (f"Troops cross the river\n\nOSTREL (AFP) — {BODY}", None, "AFP"),
        (f"OSTREL (AP/Reuters) - {BODY}", None, "AP"),
        (f"MOSCOW, March 3. /TASS/. {BODY}", None, "TASS"),
        (BODY, "Reuters", "Reuters"),
        (BODY, "Mara Quill, Associated Press", "Associated Press"),
        (BODY, "Reuters Staff", "Reuters"),
        (BODY, "Agence France-Presse", "Agence France-Presse"),
        (f"Troops cross the river\nBy Our Staff with AP\n\n{BODY}", None, "AP"),
        (f"{BODY}\n\nReuters contributed to this report.", None, "Reuters"),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", None, "The Associated Press"),
        (f"{BODY}\n\nAssociated Press writers Mara Quill and Ilo Brandt contributed to this report.", None,
         "Associated Press"),
        (f"{BODY}\n\nMara Quill in Ostrel and Reuters contributed reporting.", None, "Reuters"),
        (f"{BODY}\n\n(With inputs from PTI and ANI)", None, "PTI"),
        (f"{BODY}\n\nWith additional reporting by agencies", None, None),
        (f"{BODY}\n\nAdditional reporting by Reuters", None, "Reuters"),
        (f"{BODY} (AFP)", None, "AFP"),
        (f"{BODY} — dpa", None, "dpa"),
        (f"{BODY}\n\n-AFP", None, "AFP"),
        (f"{BODY}\n\nReuters", None, "Reuters"),
        (f"{BODY}\n\nSource: Xinhua", None, "Xinhua"),
        (f"OSTREL (Reuters) - {BODY}\n\n(With inputs from AFP)", None, "Reuters"),
    ],
)  # fmt: skip
def test_an_agency_is_credited(text: str, byline: str | None, wire: str | None) -> None:
    assert credited(text, byline) == wire


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        (BODY, None),
        (f"OSTREL (Ostrel Gazette) - {BODY}", None),
        (f"Troops cross the river, Reuters reports\n\n{BODY}", None),
        (f"Minister meets Fars, Mehr\n\n{BODY}", None),
        (f"{BODY} The brigade (BNS) gave no reason.", "Mara Quill"),
        (f'{BODY} "We know nothing," the mayor told Reuters.', "Petra Novak"),
        (f"{BODY}\n\nMara Quill contributed to this report.", "Hina Beta-Turan"),
        (f"{BODY}\n\nReuters could not verify the report.", None),
        (f"{BODY}\n\n(With inputs from our correspondent)", None),
        ("", None),
    ],
)
def test_that_a_text_cites_an_agency_is_no_credit(text: str, byline: str | None) -> None:
    assert credited(text, byline) is None


@given(text=st.text(max_size=400), byline=st.none() | st.text(max_size=60))
def test_a_credit_is_printed_in_the_text_or_the_byline(text: str, byline: str | None) -> None:
    wire = credited(text, byline)
    assert wire is None or wire in " ".join(f"{text} {byline}".split())
