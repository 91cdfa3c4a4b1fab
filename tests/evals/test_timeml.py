"""Marked-up documents are read with their offsets, and a broken file is named."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.evals.timeml import TimeTag, load, parse
from reportedly.schema import Span

MARKED = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-06">x</TIMEX3></DCT>\n<TEXT>Var &amp; Dask fell on '
    '<TIMEX3 tid="t1" type="DATE" value="2020-05-03">3 May</TIMEX3>.</TEXT></TimeML>'
)


def write(path: Path, *rows: object) -> Path:
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    return path


def test_a_document_with_its_day_and_its_times(tmp_path: Path) -> None:
    (document,) = load(write(tmp_path / "a.gz", {"id": "one", "tml": MARKED}))
    assert (document.id, document.published) == ("one", date(2020, 5, 6))
    assert document.text == "Var & Dask fell on 3 May."
    assert document.times == (TimeTag(span=Span(19, 24), kind="DATE", value="2020-05-03"),)
    assert document.times[0].span.of(document.text) == "3 May"


def test_marks_inside_marks_and_empty_ones_are_left_out() -> None:
    text, times = parse('a <TIMEX3 value="1">b <TIMEX3 value="2">c</TIMEX3></TIMEX3> d<TIMEX3 value="3"></TIMEX3>')
    assert text == "a b c d"
    assert [(one.span, one.value) for one in times] == [(Span(2, 5), "1")]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    plain = tmp_path / "plain.gz"
    plain.write_text("no archive", encoding="utf-8")
    with pytest.raises(InputError, match="holds no marked-up times"):
        load(plain)
    with pytest.raises(InputError, match="one has no element TEXT"):
        load(write(tmp_path / "b.gz", {"id": "one", "tml": "<TimeML/>"}))
