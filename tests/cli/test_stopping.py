import signal

import pytest

from reportedly.cli.stopping import stopping


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_tells_whoever_waits(
    number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    before = signal.getsignal(number)
    with stopping(lambda: told.append("stop")) as asked:
        assert not asked()
        signal.raise_signal(number)
        assert asked()
        assert asked.signal is number
        assert told == ["stop"]
    assert signal.getsignal(number) is before
    assert ("once more to stop at once" in capsys.readouterr().err) is (number is signal.SIGINT)


def test_the_second_ctrl_c_ends_it_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), stopping():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
