from importlib.metadata import EntryPoint, EntryPoints

import pytest

from reportedly import plugins
from reportedly.errors import UsageError
from reportedly.extract.reader import TaggedReader


class Spoken:
    """What another package could publish."""

    name = "spoken"


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package publishes `spoken`, and a `rules` of its own."""
    here = EntryPoints(
        EntryPoint(name=name, value=f"{__name__}:Spoken", group=plugins.GROUP) for name in ("spoken", "rules")
    )
    monkeypatch.setattr(plugins, "entry_points", lambda *, group: here.select(group=group))
    monkeypatch.setattr(EntryPoint, "load", lambda _: Spoken)


def test_the_built_in_reader_is_made_by_its_name() -> None:
    reader = plugins.reader("rules")
    assert isinstance(reader, TaggedReader)
    assert reader.name == "rules"


@pytest.mark.parametrize("name", plugins.READERS)
def test_every_built_in_reader_calls_itself_by_its_name(name: str) -> None:
    assert plugins.reader(name).name == name


def test_an_unknown_reader_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"there is no reader 'rulez'; known are: .*rules"):
        plugins.reader("rulez")


@pytest.mark.usefixtures("published")
def test_a_published_reader_is_made_by_its_name() -> None:
    assert isinstance(plugins.reader("spoken"), Spoken)


@pytest.mark.usefixtures("published")
def test_a_published_name_does_not_hide_a_built_in() -> None:
    assert isinstance(plugins.reader("rules"), TaggedReader)


@pytest.mark.usefixtures("published")
def test_the_names_are_sorted_and_stand_once() -> None:
    assert plugins.reader_names() == ["rules", "spoken"]


@pytest.mark.usefixtures("published")
def test_an_unknown_reader_is_told_of_the_published_ones() -> None:
    with pytest.raises(UsageError, match="known are: rules, spoken"):
        plugins.reader("")


@pytest.mark.parametrize("value", ("no_such_package:Reader", f"{__name__}:NoSuchReader"))
def test_a_published_reader_that_cannot_be_loaded_is_an_error(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="broken", value=value, group=plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda *, group: EntryPoints([point]).select(group=group))
    with pytest.raises(UsageError, match=r"'broken', published as .* cannot be loaded: .*; mend or remove"):
        plugins.reader("broken")
