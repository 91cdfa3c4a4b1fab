import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra [train] is not installed")

from handmade_windows import Fixed, nothing_related, nothing_tagged, window
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.tuning import Tuning
from reportedly.train import ablate


def test_each_variant_lacks_one_part() -> None:
    session, tuning = Fixed(nothing_tagged(3), nothing_related(1, 3)), Tuning(lean={"echo": 1.0, "cue": 0.5})
    found = {name: (held, given) for name, held, given in ablate.variants(session, tuning)}
    assert found["whole"] == (session, tuning)
    assert found["without what cues tell of events elsewhere"][1].threshold("tells") > 1
    assert found["without the network's echoes"][1].lean == {"echo": -100.0, "cue": 0.5}
    assert found["without tuned leans and thresholds"][1] == Tuning()


def test_a_blind_session_is_told_nothing_of_the_rules() -> None:
    session = Fixed(nothing_tagged(3), nothing_related(1, 3))
    made, seen = window("Rebels shelled Karm."), np.ones((3, WIDTH), dtype=np.float32)
    blind = ablate.Blind(session)
    assert blind.encode(made, seen) is session.encoded
    assert not session.hints[-1].any()
    assert blind.relate(made, session.encoded, [(1, 2)]) is session.related
