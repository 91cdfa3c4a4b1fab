from reportedly.cli.rates import Pace, spoken


def test_the_time_left_is_that_of_the_bytes_left() -> None:
    now = [0.0]
    pace = Pace(1000, lambda: now[0])
    now[0] = 10.0
    pace.tell(50, 250)
    assert (pace.rate, pace.left) == (5.0, 30.0)
    assert pace.line() == "50 captures, 5.0/s, 25 %, 30 s left"


def test_nobody_knows_how_long_it_takes_where_nobody_knows_how_much_there_is() -> None:
    pace = Pace(None, lambda: 0.0)
    pace.tell(50, 0)
    assert pace.line() == "50 captures, 0.0/s"


def test_times_are_spoken_shortly() -> None:
    assert [spoken(each) for each in (0, 59.4, 60, 3599, 3600, 90_000)] == [
        "0 s", "59 s", "1 min", "59 min", "1 h 0 min", "25 h 0 min",
    ]  # fmt: skip
