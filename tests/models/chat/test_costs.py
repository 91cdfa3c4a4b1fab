import pytest

from reportedly.models.chat.costs import Account, Drop, Reason, Report, Usage
from reportedly.settings import ChatSettings

PRICED = ChatSettings(base_url="http://x/v1", model="m", prompt_price=2, completion_price=10)
ONE = Usage(requests=1, prompt_tokens=1_000, completion_tokens=100)
LOST = Drop(role="actor", reason=Reason.NOT_IN_TEXT, words="nobody")


def account(name: str, usage: Usage = ONE, **more: object) -> Account:
    return Account(article=name, usage=usage, money=usage.money(PRICED), **more)  # type: ignore[arg-type]


def test_usage_adds_up() -> None:
    both = Usage(requests=2, prompt_tokens=2_000, completion_tokens=200)
    assert both == ONE + ONE


def test_money_is_a_price_for_a_million_tokens() -> None:
    assert ONE.money(PRICED) == pytest.approx(0.003)


def test_a_report_sums_the_accounts() -> None:
    report = Report(accounts=(account("a", dropped=(LOST, LOST)), account("b", kept=ONE)))
    assert report.usage == ONE + ONE
    assert report.kept == ONE
    assert report.money == pytest.approx(0.006)
    assert report.dropped == {("actor", Reason.NOT_IN_TEXT): 2}


def test_a_report_is_one_line() -> None:
    report = Report(accounts=(account("a", dropped=(LOST, LOST)), account("b", kept=ONE)))
    assert str(report) == (
        "2 articles, 2 requests, 2,000 + 200 tokens, costs 0.0060, 1 request from the journal; "
        "left out: 2 x actor not in the text"
    )


def test_a_report_of_nothing_says_nothing() -> None:
    assert str(Report()) == ""


def test_answers_without_a_count_are_told() -> None:
    assert str(Report(accounts=(account("a", Usage(requests=1, uncounted=1)),))) == (
        "1 article, 1 request, 0 + 0 tokens, 1 answer without a count of tokens"
    )
