"""Which articles tell one story: `python evals/stories.py [--data FOLDER] [--read]`, on ECB+ beside the project.

Everything was set on topics 1 to 25, held out in thirds (`--held-out`: that table, made anew); the figures are those of
topics 26 to 35. Beside them the nearest middle by TF-IDF, whose threshold was set on the same topics.
"""

import argparse
import math
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from reportedly.evals.clusters import adjusted_mutual_information, adjusted_rand, b_cubed
from reportedly.evals.ecbplus import NAME, StoryText, story_texts
from reportedly.evals.families import families
from reportedly.pipeline import Pipeline
from reportedly.resolve.stories import StoryIndex, StoryRules, Weights
from reportedly.schema import Article, Reading

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("REPORTEDLY_DATA", ROOT.parent / "shared" / "data"))
ORDERS = 5
THRESHOLDS = [each / 100 for each in range(6, 40, 2)]
Told = Article | Reading
Found = dict[str, str]


def main() -> None:
    """Print the figures beside their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--read", action="store_true", help="with readings by the rules")
    parser.add_argument("--held-out", action="store_true", help="topics 1 to 25 in thirds, each learned from the others")
    options = parser.parse_args()
    learned_on = story_texts(options.data / NAME, 1, 25)
    if options.held_out:
        held_out(learned_on)
        return
    texts = story_texts(options.data / NAME, 26, 35)
    threshold = max(THRESHOLDS, key=lambda each: measured(learned_on, lambda some: nearest_middle(some, each))[0])
    show("B-cubed F / ARI (>= .90 / .85)", texts, told(texts, read=options.read))
    print(f"nearest middle by TF-IDF at {threshold:.2f}")
    print("  B-cubed F {:.3f}, ARI {:.3f}".format(*measured(texts, lambda some: nearest_middle(some, threshold))))
    told_by_families(30)


def show(name: str, texts: Sequence[StoryText], given: Sequence[Told], model: Weights | None = None) -> None:
    """Figures over several orders: as they came in, after a repair, and how alike the orders are."""
    gold = {each.article.id: each.story for each in texts}
    found = [in_order(given, seed, model) for seed in range(ORDERS)]
    print(f"{name}: {len(gold)} articles, {len(set(gold.values()))} stories, {ORDERS} orders")
    for each in found:
        cubed = b_cubed(gold, each)
        made = len(set(each.values()))
        print(f"  P {cubed.precision:.3f} R {cubed.recall:.3f} F {cubed.f1:.3f} ARI {adjusted_rand(gold, each):.3f}, {made} stories")
    cubes, rands = [b_cubed(gold, each).f1 for each in found], [adjusted_rand(gold, each) for each in found]
    alike = [adjusted_mutual_information(one, other) for at, one in enumerate(found) for other in found[:at]]
    print(f"  mean F {sum(cubes) / ORDERS:.3f}, ARI {sum(rands) / ORDERS:.3f}")
    print(f"  two orders: AMI mean {sum(alike) / len(alike):.3f}, least {min(alike):.3f} (>= .95)")


def in_order(given: Sequence[Told], seed: int, model: Weights | None = None, rules: StoryRules | None = None) -> Found:
    """Article -> story, where they come in an order of chance."""
    order = list(given)
    Random(seed).shuffle(order)  # noqa: S311 - seeded, for the same order every time
    index = StoryIndex(rules, model)
    for each in order:
        index.add(each)
    index.repair()
    ids = (each.article.id if isinstance(each, Reading) else each.id for each in order)
    return {id_: index.story_of(id_) for id_ in ids}


def told(texts: Sequence[StoryText], *, read: bool) -> list[Told]:
    """The articles, or their readings by the rules."""
    articles = [each.article for each in texts]
    if not read:
        return list(articles)
    return [each for each in Pipeline(reader="rules").extract(articles) if isinstance(each, Reading)]


def held_out(texts: Sequence[StoryText]) -> None:
    """Thirds of the topics, each by weights learned from the other two."""
    from reportedly.train.stories import learn  # noqa: PLC0415 - only this table learns anything

    for third in range(3):
        model = learn([each for each in texts if each.topic % 3 != third])
        some = [each for each in texts if each.topic % 3 == third]
        for read in (False, True):
            show(f"third {third}, {'read' if read else 'bare'}", some, told(some, read=read), model)


def told_by_families(many: int) -> None:
    """Generated families, a story each, in the order of publication and in others."""
    made = [one for _, one in zip(range(many), families(5), strict=False)]
    gold = {each.article.id: one.id for one in made for each in one.articles}
    given = [each.reading for one in made for each in one.articles]
    for name, some in (("bare", [each.article for each in given]), ("with perfect readings", given)):
        found = [in_order(some, seed) for seed in range(3)]
        alike = min(adjusted_mutual_information(found[0], each) for each in found[1:])
        print(f"{many} families, {name}: F {b_cubed(gold, found[0]).f1:.3f}, two orders AMI {alike:.3f}")


def measured(texts: Sequence[StoryText], stories: Callable[[Sequence[StoryText]], Found]) -> tuple[float, float]:
    """Mean B-cubed F and adjusted Rand index over the orders."""
    gold = {each.article.id: each.story for each in texts}
    cubes = rands = 0.0
    for seed in range(ORDERS):
        order = list(texts)
        Random(seed).shuffle(order)  # noqa: S311 - seeded, for the same order every time
        found = stories(order)
        cubes += b_cubed(gold, found).f1 / ORDERS
        rands += adjusted_rand(gold, found) / ORDERS
    return cubes, rands


def nearest_middle(texts: Sequence[StoryText], threshold: float) -> Found:
    """The baseline: one pass, each article to the nearest mean of TF-IDF vectors, if that is near enough."""
    vectors = tf_idf(texts)
    sums: list[Counter[str]] = []
    found = {}
    for each in texts:
        mine = vectors[each.article.id]
        near = [_cosine(mine, total) for total in sums]
        best = max(range(len(near)), key=near.__getitem__, default=-1)
        if best < 0 or near[best] < threshold:
            best = len(sums)
            sums.append(Counter())
        sums[best].update(mine)
        found[each.article.id] = str(best)
    return found


def tf_idf(texts: Sequence[StoryText]) -> dict[str, dict[str, float]]:
    """Words and pairs of words, sublinear, rarity counted over all the texts; each vector of length 1."""
    terms = {each.article.id: Counter(_terms(each.article.text.lower().split())) for each in texts}
    held = Counter(term for counts in terms.values() for term in counts)
    made = {}
    for id_, counts in terms.items():
        raw = {term: (1 + math.log(count)) * math.log(len(texts) / held[term]) for term, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        made[id_] = {term: weight / length for term, weight in raw.items()}
    return made


def _terms(words: list[str]) -> list[str]:
    return [*words, *(" ".join(pair) for pair in zip(words, words[1:], strict=False))]


def _cosine(one: Mapping[str, float], total: Mapping[str, float]) -> float:
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return sum(weight * total.get(term, 0.0) for term, weight in one.items()) / length


if __name__ == "__main__":
    main()
