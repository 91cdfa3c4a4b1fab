"""What the names of inputs become."""

import pytest

from reportedly.collect.inputs import stem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("page.html", "page"),
        ("page.html.gz", "page"),
        ("v1.2.txt.gz", "v1.2"),
        ("caf\udce9.txt", "caf\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_an_id_is_the_name_without_its_endings_and_can_be_written(name: str, expected: str) -> None:
    assert stem(name) == expected
