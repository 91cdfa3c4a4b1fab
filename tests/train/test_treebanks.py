import gzip
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from reportedly.models.neural.windows import Cutter
from reportedly.train.examples import UNKNOWN
from reportedly.train.syntax import RELATIONS, Syntax
from reportedly.train.treebanks import sentences
from vocabulary import vocabulary

ROWS = """# text = Rebels don't leave.
1\tRebels\trebel\tNOUN\tNNS\t_\t4\tnsubj:outer\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\t_
4.1\tit\tit\tPRON\tPRP\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def treebank(folder: Path, rows: str) -> Path:
    path = folder / "bank.conllu.gz"
    path.write_bytes(gzip.compress(rows.encode()))
    return path


def test_each_word_has_its_head_and_relation(tmp_path: Path) -> None:
    (example,) = sentences(treebank(tmp_path, ROWS), Cutter(vocabulary(tmp_path)))
    assert example.heads is not None
    assert example.relations is not None
    words = [word.span for word in example.window.words]
    assert len(words) == 5
    assert example.heads.tolist() == [3, 3, 3, 3, 3]
    assert [RELATIONS[n] for n in example.relations] == ["nsubj", "aux", "advmod", "root", "punct"]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"bank\.conllu\.gz:1: 2 columns instead of 10"):
        list(sentences(treebank(tmp_path, "1\tRebels\n"), Cutter(vocabulary(tmp_path))))


def test_the_right_heads_and_relations_cost_less_than_wrong_ones() -> None:
    """A head that is trained on one sentence learns it, and what is unknown or padding has no part in that."""
    torch.manual_seed(1)
    words, present = torch.randn(1, 4, 8), torch.tensor([[1.0, 1.0, 1.0, 0.0]])
    heads, relations = torch.tensor([[1, 1, UNKNOWN, UNKNOWN]]), torch.tensor([[2, 5, UNKNOWN, UNKNOWN]])
    syntax = Syntax(8, rank=16)
    optimizer = torch.optim.Adam(syntax.parameters(), lr=0.05)
    first = sum(syntax.losses(words, present, heads, relations).values())
    for _ in range(30):
        optimizer.zero_grad()
        loss = sum(syntax.losses(words, present, heads, relations).values())
        loss.backward()
        optimizer.step()
    assert float(loss.detach()) < float(first.detach()) / 10
    changed = words.clone()
    changed[0, 3] = 9.0
    before, after = (syntax.losses(each, present, heads, relations) for each in (words, changed))
    for name, loss in before.items():
        assert after[name].item() == pytest.approx(loss.item())
