"""The meta tags of a page: what each name says, whichever of the customs it follows."""

from reportedly.collect.tree import Element, one_line

_NAMED_BY = ("property", "name", "itemprop", "http-equiv")


class MetaTags:
    """The values of a page's meta tags by lower-case name, the first that is not empty of each."""

    def __init__(self, tree: Element) -> None:
        self._values: dict[str, str] = {}
        for tag in tree.iter("meta"):
            content = one_line(tag.get("content") or "")
            for key in _NAMED_BY:
                if content and (name := (tag.get(key) or "").strip().lower()):
                    self._values.setdefault(name, content)

    def get(self, name: str) -> str | None:
        """What `name`, in lower case, says; None where the page has no such tag."""
        return self._values.get(name)
