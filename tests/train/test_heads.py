import numpy as np

from handmade_windows import SURE, Fixed, fill, link, nothing_related, nothing_tagged, tag, window
from reportedly.models.neural.labels import KINDS, STATUSES, Head, Link, Role
from reportedly.schema import EventType, Status
from reportedly.train.examples import Anchor, Example, kind_of, mark, no_links
from reportedly.train.heads import figures

WORDS = 6


def example() -> Example:
    made = Example(source="hand", window=window("Officials said rebels shelled the port."))
    mark(made.blank_tags(Head.TRIGGER), (3, 4), kind_of(Head.TRIGGER, EventType.ASSAULT))
    mark(made.blank_tags(Head.CUE), (1, 2), 0)
    made.anchors = [
        Anchor((1, 2), {Role.SOURCE: [(0, 1)]}),
        Anchor((3, 4), {Role.ACTOR: [(2, 3)]}, status=STATUSES.index(Status.OCCURRED)),
    ]
    made.links = no_links(2)
    made.links[0, 1, 0] = 1
    return made


def test_what_is_right_is_one_and_what_is_not_supervised_has_no_figure() -> None:
    tags, related = nothing_tagged(WORDS), nothing_related(2, WORDS)
    tag(tags, Head.TRIGGER, KINDS[Head.TRIGGER].index(EventType.ASSAULT), 3, 4)
    tag(tags, Head.CUE, 0, 1, 2)
    fill(related, 0, Role.SOURCE, 0, 1)
    fill(related, 1, Role.ACTOR, 2, 3)
    link(related, 0, 1, Link.GOVERNS)
    related.status[1, STATUSES.index(Status.OCCURRED)] = SURE
    found = figures([example()], Fixed(tags, related))
    assert found == dict.fromkeys(("trigger", "cue", "source", "actor", "governs", "status"), 1.0)


def test_wrong_kinds_and_too_many_words_cost() -> None:
    tags, related = nothing_tagged(WORDS), nothing_related(2, WORDS)
    tag(tags, Head.TRIGGER, KINDS[Head.TRIGGER].index(EventType.PROTEST), 3, 4)
    tag(tags, Head.CUE, 0, 1, 3)
    fill(related, 0, Role.SOURCE, 0, 2)
    related.status[1, STATUSES.index(Status.DENIED)] = SURE
    found = figures([example()], Fixed(tags, related))
    assert (found["trigger"], found["status"], found["governs"]) == (0.0, 0.0, 0.0)
    assert np.allclose([found["cue"], found["source"]], 2 / 3, atol=1e-3)
