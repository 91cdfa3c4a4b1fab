import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType

import pytest

from reportedly import plugins
from reportedly.errors import UsageError
from reportedly.extract.reader import TaggedReader
from reportedly.protocols import Reader
from reportedly.settings import DEFAULTS, ChatSettings, Settings

WHOLE = Settings(chat=ChatSettings(base_url="http://127.0.0.1/v1", model="m"))


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
    assert plugins.reader(name, WHOLE).name == name


def test_an_unknown_reader_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"there is no reader 'rulez'; known are: .*rules"):
        plugins.reader("rulez")


@pytest.mark.usefixtures("published")
def test_a_published_reader_is_made_by_its_name() -> None:
    assert isinstance(plugins.reader("spoken"), Spoken)


def needing(settings: Settings) -> Settings:
    return settings


def wishing(settings: Settings | None = None) -> Settings | None:
    return settings


@pytest.mark.parametrize(("factory", "given"), [(needing, WHOLE), (wishing, None)])
def test_a_factory_is_given_the_settings_where_it_needs_an_argument(
    factory: Callable[..., Reader], given: Settings | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("factories_of_the_test")
    module.make = factory  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(plugins.READERS, "made", "factories_of_the_test:make")
    assert plugins.reader("made", WHOLE) is given


@pytest.mark.usefixtures("published")
def test_a_published_factory_is_given_the_settings_likewise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EntryPoint, "load", lambda _: needing)
    assert plugins.reader("spoken") is DEFAULTS


@pytest.mark.usefixtures("published")
def test_a_published_name_does_not_hide_a_built_in() -> None:
    assert isinstance(plugins.reader("rules"), TaggedReader)


@pytest.mark.usefixtures("published")
def test_the_names_are_sorted_and_stand_once() -> None:
    assert plugins.reader_names() == ["chat", "neural", "rules", "spoken"]


@pytest.mark.usefixtures("published")
def test_an_unknown_reader_is_told_of_the_published_ones() -> None:
    with pytest.raises(UsageError, match="known are: chat, neural, rules, spoken"):
        plugins.reader("")


@pytest.mark.parametrize("value", ("no_such_package:Reader", f"{__name__}:NoSuchReader"))
def test_a_published_reader_that_cannot_be_loaded_is_an_error(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="broken", value=value, group=plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda *, group: EntryPoints([point]).select(group=group))
    with pytest.raises(UsageError, match=r"'broken', published as .* cannot be loaded: .*; mend or remove"):
        plugins.reader("broken")
