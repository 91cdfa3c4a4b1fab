"""The compiled form of the data files."""

from importlib.resources import files

import msgspec

from reportedly.knowledge import compiled, yamlfile

DATA = files("reportedly") / "knowledge" / "data"


def test_what_is_compiled_is_what_the_yaml_says() -> None:
    for name in ("homonyms.yaml", "offices/IRQ.yaml"):
        text = (DATA / name).read_bytes()
        packed = compiled.packed(name, text)
        assert packed is not None
        assert msgspec.msgpack.decode(packed) == yamlfile.read(text.decode())


def test_a_file_that_was_changed_is_not_taken_from_there() -> None:
    text = (DATA / "homonyms.yaml").read_bytes()
    assert compiled.packed("homonyms.yaml", text + b"\n") is None
    assert compiled.packed("unknown.yaml", text) is None
