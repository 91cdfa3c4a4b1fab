"""The Python of the documentation runs: the blocks of a page one after the other, in a folder with an article."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "docs" / "tools"

spec = spec_from_file_location("pages", TOOLS / "pages.py")
assert spec is not None and spec.loader is not None
pages = module_from_spec(spec)
sys.modules["pages"] = pages
spec.loader.exec_module(pages)

WITH_PYTHON = [path for path in pages.markdown() if list(pages.blocks(path.read_text("utf-8"), "python"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the examples speak of: an article, and the sources where the tutorial looks for them."""
    article = ROOT / "src" / "reportedly" / "demo" / "articles" / "pendra-observer.html"
    (tmp_path / "article.html").write_bytes(article.read_bytes())
    (tmp_path / "src").symlink_to(ROOT / "src")
    return tmp_path


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda path: path.name)
def test_the_python_of_a_page_runs_and_says_something(page: Path, folder: Path) -> None:
    text = page.read_text(encoding="utf-8")
    program = folder / "page.py"
    program.write_text("\n".join(block.body for block in pages.blocks(text, "python")), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-W", "error", program.name],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip()


def test_the_pages_that_teach_the_library_have_python() -> None:
    assert {"README.md", "use-from-python.md", "swap-the-reader.md", "reading.md"} <= {p.name for p in WITH_PYTHON}
