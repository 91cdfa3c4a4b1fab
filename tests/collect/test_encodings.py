import codecs
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.encodings import page_text, plain_text
from reportedly.errors import InputError

WESTERN = "The café owner said: “We heard it – twice.” Señor Núñez agreed."
CYRILLIC = "Министерство обороны сообщило, что войска отведены от границы. " * 30


@given(st.text())
def test_utf_8_comes_out_code_point_for_code_point(text: str) -> None:
    assert plain_text(codecs.BOM_UTF8 + text.encode(), "x") == text


@given(st.text(min_size=1).filter(lambda text: text[0] != "\0"))
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str, text: str) -> None:
    assert plain_text(text.encode(encoding), "x") == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_western_text_is_read_without_any_label(encoding: str) -> None:
    assert plain_text(WESTERN.encode(encoding), "x") == WESTERN
    assert page_text(WESTERN.encode(encoding), "x") == WESTERN


@pytest.mark.parametrize("read", [page_text, plain_text])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_plain_ascii_in_utf_16_is_read_without_any_label(encoding: str, read: Callable[[bytes, str], str]) -> None:
    assert read("Shells fell on the town.\n".encode(encoding), "x") == "Shells fell on the town.\n"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_other_encodings_are_guessed(encoding: str) -> None:
    assert plain_text(CYRILLIC.encode(encoding), "x") == CYRILLIC


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("GBK", "gbk"), ("shift_jis", "shift_jis")],
)
def test_a_page_is_read_by_its_label(label: str, encoding: str) -> None:
    text = {"cp1252": WESTERN, "cp1251": CYRILLIC, "gbk": "外交部表示", "shift_jis": "外務省は"}[encoding]
    page = f"<meta charset={label}><p>{text}</p>"
    assert page_text(page.encode(encoding), "x") == page
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{text}</p>'
    assert page_text(page.encode(encoding), "x") == page


@pytest.mark.parametrize("label", ["iso-8859-1", "utf-16", "no-such-thing", "base64", "rot13", "idna", "undefined"])
def test_a_wrong_label_does_no_harm(label: str) -> None:
    page = f"<meta charset='{label}'><p>{WESTERN}</p>"
    assert page_text(page.encode(), "x") == page
    assert "heard it" in page_text(page.encode("cp1252"), "x")


def test_single_broken_bytes_in_a_page_are_replaced() -> None:
    body = ("<p>" + WESTERN * 60 + "</p>").encode() + b"\xff"
    assert page_text(body, "x") == "<p>" + WESTERN * 60 + "</p>\ufffd"
    assert page_text(b"<p>plain</p>" * 100 + b"\x81", "x") == "<p>plain</p>" * 100 + "\ufffd"
    assert page_text("<p>“plain”</p>".encode() + b"\xff", "x") == "<p>“plain”</p>\ufffd"


@pytest.mark.parametrize("read", [page_text, plain_text])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(random.Random(0).randbytes(4000), id="noise"),  # noqa: S311 - no secret
        pytest.param(b"\x7fELF\x02\x01\x01\0\xff\xfe\0\0\x01\x02", id="program"),
        pytest.param(b"name\0\0\0\0\x01\0\0\0other\0\0\0\x02\0\0\0" * 50, id="records in ASCII"),
    ],
)
def test_bytes_that_are_no_text_are_an_error(read: Callable[[bytes, str], str], body: bytes) -> None:
    with pytest.raises(InputError, match="not text in any known encoding"):
        read(body, "x")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error(body: bytes) -> None:
    for read in (page_text, plain_text):
        try:
            assert isinstance(read(body, "x"), str)
        except InputError as error:
            assert error.where == "x"


def test_the_label_of_the_server_goes_before_that_of_the_page() -> None:
    page = "<meta charset='windows-1252'><p>Войска перешли реку</p>".encode("windows-1251")
    assert "Войска" in page_text(page, "x", "windows-1251")
    assert "Войска" not in page_text(page, "x")
    assert plain_text("Войска".encode("koi8-r"), "x", "KOI8-R") == "Войска"


@pytest.mark.parametrize("charset", ["", "nonsense", "utf-7", "utf-16", "windows-1252"])
def test_a_page_in_utf_8_is_read_whatever_the_server_says(charset: str) -> None:
    assert page_text("<p>naïve</p>".encode(), "x", charset) == "<p>naïve</p>"
