import io
from collections.abc import Iterator

import handmade
from reportedly import codec
from reportedly.export import jsonl
from reportedly.schema import Reading


def test_each_line_is_out_before_the_next_article_is_read() -> None:
    out = io.StringIO()
    lines: list[int] = []

    def readings() -> Iterator[Reading]:
        for reading in (handmade.militia(), handmade.arabic()):
            lines.append(out.getvalue().count("\n"))
            yield reading

    jsonl.write(readings(), out)
    assert lines == [0, 1]
    first, second = out.getvalue().splitlines()
    assert codec.decode(first, Reading) == handmade.militia()
    assert codec.decode(second, Reading) == handmade.arabic()
