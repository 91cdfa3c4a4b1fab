import pytest
from lxml.etree import fromstring

from reportedly.collect.blocks import Block, blocks


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One\n   two.</p>", ["One two."]),
        ("<p>One.<lb/>Two.</p>", ["One.", "Two."]),
        ("<p>One<lb/>and two.</p>", ["One and two."]),
        ("<p>One<lb/><lb/>Two.</p>", ["One", "Two."]),
        ("<p/><p> </p><p>One.</p>", ["One."]),
        ("<list><item>One</item><item><p>Two</p></item></list>", ["One", "Two"]),
        ("<list><item>One<list><item>Two</item></list>after</item></list>", ["One", "Two", "after"]),
        ("<quote><p>One.</p><p>Two.</p></quote>", ["One.", "Two."]),
        ("<table><row><cell>A</cell><cell><p>B</p><p>C</p></cell></row></table>", ["A | B C"]),
        ("loose <hi>text</hi> here<p>One.</p>and there", ["loose text here", "One.", "and there"]),
    ],
)
def test_blocks(body: str, texts: list[str]) -> None:
    assert [block.text for block in blocks(fromstring(f"<body>{body}</body>"))] == texts


def test_headings_are_marked_and_stay_on_one_line() -> None:
    found = list(blocks(fromstring("<body><head>A<lb/>Headline</head><p>One.</p></body>")))
    assert found == [Block(text="A Headline", is_heading=True), Block(text="One.")]
