"""IETF tags of languages, from what feeds write."""

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.I)
_NO_LANGUAGE = frozenset({"und", "mul", "zxx"})


def language_of(text: str | None) -> str | None:
    """The tag that `text` means, such as `en-GB` for `en_gb`; None where it means none.

    Examples:
        >>> language_of("EN_us"), language_of("English")
        ('en-US', None)
    """
    tag = (text or "").strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return None
    first, *rest = tag.split("-")
    if first.lower() in _NO_LANGUAGE:
        return None
    return "-".join((first.lower(), *(_written(part) for part in rest)))


def _written(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
