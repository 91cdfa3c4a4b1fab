from reportedly.extract.time_nouns import TimeModifier, TimeUnit
from reportedly.knowledge.time_rules import time_rules


def test_the_calendar_is_whole() -> None:
    known = time_rules()
    assert set(known.months.values()) == set(range(1, 13))
    assert set(known.weekdays.values()) == set(range(1, 8))
    assert set(known.seasons.values()) == {"SP", "SU", "FA", "WI"}


def test_units_and_modifiers_are_known_to_the_program() -> None:
    known = time_rules()
    special = {"night", "moment", "fortnight"}
    assert {unit for unit in known.units.values() if unit not in special} <= {unit.value for unit in TimeUnit}
    assert set(known.modifiers.values()) <= {modifier.value for modifier in TimeModifier}
    assert set(known.shifts.values()) == {-1, 0, 1}


def test_a_holiday_is_a_day_or_a_weekday_of_a_month() -> None:
    for name, rule in time_rules().holidays.items():
        assert len(rule) in (2, 3), name
        assert 1 <= rule[0] <= 12, name


def test_the_words_that_every_time_needs_are_known() -> None:
    known = time_rules()
    named = {"months", "weekdays", "seasons", "units", "parts", "days", "sets", "decades", "holiday_words"}
    assert set(known.core) <= named | set(known.classes) | set(known.shapes)


def test_a_rule_has_one_name() -> None:
    names = [rule.name for rule in time_rules().rules]
    assert len(names) == len(set(names))
