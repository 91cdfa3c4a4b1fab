from pathlib import Path

import pytest

from reportedly.errors import SettingsError
from reportedly.train.recipe import load_recipe

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.toml"))


@pytest.mark.parametrize("path", RECIPES, ids=[path.stem for path in RECIPES])
def test_every_recipe_of_the_tree_is_whole(path: Path) -> None:
    recipe = load_recipe(path)
    assert recipe.name == path.stem
    assert any(use.main for use in recipe.data.values())


def test_there_is_a_recipe_of_the_default_reader() -> None:
    assert "reader" in {path.stem for path in RECIPES}


@pytest.mark.parametrize("text", ["", "name = 1", 'name = "a"\nseed = 1\nbase = "b"\ncolour = 3\n[data]\n[weights]'])
def test_an_unknown_key_or_a_missing_one_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"r\.toml"):
        load_recipe(path)
