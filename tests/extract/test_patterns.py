from reportedly.extract.patterns import Atom, atoms, expand, starts

LETTERS = {"at": "a", "least": "l", ",": "c", "the": "t"}
SETS = {"month": "mM", "year": "y"}


def test_a_pattern_is_taken_apart() -> None:
    assert atoms('(when={month}) "," at', {}) == (
        Atom(part="when"),
        Atom(known="month"),
        Atom(raw=")"),
        Atom(word=","),
        Atom(word="at"),
    )


def test_phrases_are_put_in_to_any_depth() -> None:
    assert expand("{date}!", {"date": "{day} of {month}", "day": "the"}) == "(?:(?:the) of {month})!"


def first(pattern: str) -> set[str]:
    return starts(atoms(pattern, {}), LETTERS, SETS)


def test_the_first_letters_of_a_pattern() -> None:
    assert first("at least") == {"a"}
    assert first("{month} at") == {"m", "M"}
    assert first("(?: the | at )? {year}") == {"t", "a", "y"}
    assert first("(?: the? | at ) {year}") == {"t", "a", "y"}
    assert first("the+ at") == {"t"}
    assert first("the* at") == {"t", "a"}


def test_looking_around_takes_no_letter() -> None:
    assert first("(?<= at) (?! the) {year}") == {"y"}
    assert first("(?> {year} | least)") == {"y", "l"}
