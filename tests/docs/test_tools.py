"""The tools of the documentation find what is wrong, and make what is generated."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "tools"))


def tool(name: str) -> ModuleType:
    return import_module(name)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A project of one page, `page.md`, to be written by the test."""
    (tmp_path / "src" / "reportedly" / "extract").mkdir(parents=True)
    (tmp_path / "src" / "reportedly" / "extract" / "reader.py").touch()
    (tmp_path / "Makefile").write_text("demo: x ## Show it\nhelp:\n")
    (tmp_path / "other.md").write_text("# Other\n\n## A *part* of it: `x`\n\n## Twice\n\n## Twice\n")
    yield tmp_path


def mistakes(project: Path, text: str, name: str = "page.md") -> list[str]:
    page = project / name
    page.write_text(text, encoding="utf-8")
    found: list[str] = list(tool("check").mistakes(page, project))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "[other](other.md) [part](other.md#a-part-of-it-x) [second](other.md#twice-1) [web](https://x.example)",
        "# Here\n\n[here](#here) `src/reportedly/extract/` `extract/reader.py` `extract/NAME.py` `a/b`",
        "```sh\nmake demo\nmake PYTHON=python3.12 demo\n.venv/bin/reportedly read - --outlet 'A B' | head\n```",
        "```console\n$ reportedly eval --gold x \\\n  --mistakes 3\nmake nothing\n```",
        "`[not](a-link.md)`\n\n```text\n[not](a-link.md)\nmake nothing\n```",
    ],
)
def test_a_page_that_is_right_is_left_alone(project: Path, text: str) -> None:
    assert mistakes(project, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n[gone](gone.md)", "page.md:2: the link gone.md leads nowhere"),
        ("[gone](other.md#gone)", "page.md:1: other.md has no heading for #gone"),
        ("[gone](#gone)", "page.md:1: page.md has no heading for #gone"),
        ("see `extract/gone.py`", "page.md:1: there is no extract/gone.py"),
        ("see `docs/gone.md`", "page.md:1: there is no docs/gone.md"),
        ("see `docs/0.1.0.md`", "page.md:1: there is no docs/0.1.0.md"),
        ("see `corpora/gone/some.yaml`", "page.md:1: there is no corpora/gone/some.yaml"),
        ("```sh\nmake gone\n```", "page.md:2: there is no make gone"),
        ("```sh\ncat x | reportedly gone\n```", "page.md:2: there is no reportedly gone"),
        ("```sh\npython examples/gone.py\n```", "page.md:2: there is no examples/gone.py"),
    ],
)
def test_what_is_not_there_is_named(project: Path, text: str, said: str) -> None:
    assert mistakes(project, text) == [said]


def test_what_may_lie_beside_the_project_is_not_looked_for(project: Path) -> None:
    assert mistakes(project, "gold in `../shared/gold`, if it is there") == []


def test_a_readme_speaks_of_its_own_folder(project: Path) -> None:
    (project / "room" / "inner").mkdir(parents=True)
    (project / "room" / "there.py").touch()
    assert mistakes(project, "`there.py` `inner/` `gone/` `gone.txt`", "room/README.md") == []
    assert mistakes(project, "`gone.py`\n`inner/gone.txt`", "room/README.md") == [
        "room/README.md:1: there is no gone.py",
        "room/README.md:2: there is no inner/gone.txt",
    ]


def test_a_page_that_is_not_made_here_is_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = tool("build")
    monkeypatch.setattr(build, "with_output", dict)
    monkeypatch.setattr("sys.argv", ["build.py", "--check", "nowhere.md"])
    with pytest.raises(SystemExit) as ended:
        build.main()
    assert ended.value.code == 2
    assert "nowhere.md is no page that is made here" in capsys.readouterr().err


def test_an_option_that_is_not_there_is_named(project: Path) -> None:
    (said,) = mistakes(project, "```console\n$ reportedly read x.html --shout\n```")
    assert said.startswith("page.md:2: reportedly read: No such option")


def test_output_is_put_behind_its_command() -> None:
    page = "before\n\n```console\n$ echo one; \\\n  echo two\nold\nlines\n$ echo three\n```\n\nafter\n"
    fresh = tool("console").refreshed(page)
    assert fresh == "before\n\n```console\n$ echo one; \\\n  echo two\none\ntwo\n$ echo three\nthree\n```\n\nafter\n"
    assert tool("console").refreshed(fresh) == fresh


def test_pages_without_commands_stay_as_they_are() -> None:
    page = "```sh\n$ echo one\n```\n\n```\n$ echo two\n```\n"
    assert tool("console").refreshed(page) == page


def test_the_reference_has_every_public_name() -> None:
    import reportedly

    made = tool("api").pages()
    whole = "\n".join(made.values())
    for name in reportedly.__all__:
        assert f"`{name}`" in made["README.md"]
    for name in ("read_all", "Pipeline.extract", "StandardCleaner", "FileFeed", "TaggedReader", "json_schema"):
        assert f"### `{name}`" in whole
    assert "raises `InputError`" in made["pipeline.md"]
    assert "```pycon\n>>> " in made["codec.md"]
    assert all(not line.rstrip().endswith("`_`") for line in whole.splitlines())


def test_the_page_on_the_command_line_has_every_command_and_option() -> None:
    from reportedly.cli import COMMANDS

    page = tool("commands").page()
    for name in COMMANDS:
        assert f"## `reportedly {name}`" in page
        for parameter in tool("commands").command(name).params:
            assert all(option in page for option in parameter.opts if option.startswith("--"))


def test_what_is_out_of_date_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    build = tool("build")
    page = tmp_path / "page.md"
    page.write_text("old", encoding="utf-8")
    assert build.stale({page: "new", tmp_path / "absent.md": "x"}) == [page, tmp_path / "absent.md"]
    assert build.stale({page: "old"}) == []
    assert page.read_text(encoding="utf-8") == "old"

