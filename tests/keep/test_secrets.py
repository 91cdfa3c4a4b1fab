import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.keep.secrets import HIDDEN, bare


@pytest.mark.parametrize(
    ("given_", "logged"),
    [
        ("https://news.example/a?page=2", "https://news.example/a?page=2"),
        ("https://ann:pw@news.example/a", "https://news.example/a"),
        ("postgresql://ann:pw@db.example/kept", "postgresql://db.example/kept"),
        ("https://news.example/a?apikey=abc&page=2", "https://news.example/a?apikey=***&page=2"),
        ("https://news.example/a?X-Amz-Signature=abc", "https://news.example/a?X-Amz-Signature=***"),
        ("https://news.example/a?access_token=abc", "https://news.example/a?access_token=***"),
        ("https://news.example/a?u=4f2a9c1be07d8855aa10ff2b", "https://news.example/a?u=***"),
        ("https://news.example/a#access_token=abc", "https://news.example/a"),
        ("GET https://a:b@news.example/ failed: no answer", "GET https://news.example/ failed: no answer"),
        ("http://[::1/?key=abc", "http://***"),
        ("no address at all", "no address at all"),
    ],
)
def test_what_is_logged_of_an_address(given_: str, logged: str) -> None:
    assert bare(given_) == logged


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=12), st.sampled_from(["token", "api_key", "sig"]))
def test_no_password_and_no_key_is_ever_left(secret: str, name: str) -> None:
    logged = bare(f"fetched https://user:{secret}@news.example/a?{name}={secret}&page=1 now")
    assert secret not in logged
    assert HIDDEN in logged
