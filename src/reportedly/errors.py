"""The exceptions of the package: every error raised on purpose is a `ReportedlyError`."""


class ReportedlyError(Exception):
    """Root of all errors raised on purpose; the message says what is wrong and what to do."""


class UsageError(ReportedlyError):
    """The caller asked for something that does not exist: an unknown reader, format or option."""


class InputError(ReportedlyError):
    """One input cannot be read. `where` names it; the other inputs are not affected.

    Args:
        where: the path, URL or line that cannot be read.
        problem: what is wrong with it, in a few words.
        remedy: what the user can do about it.
    """

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")
        self.where = where
        self.problem = problem
        self.remedy = remedy


class KnowledgeError(ReportedlyError):
    """A data file under `knowledge/data` holds an unknown key, code or kind."""


class GazetteerError(ReportedlyError):
    """The gazetteer of places is absent, damaged or of another version, or cannot be written."""


class StoreError(ReportedlyError):
    """The store is absent, damaged, full, locked, of another version, or its server cannot be reached.

    Args:
        message: what is wrong, and what to do.
        passing: whether it may be over in a moment: another writer, or a server that starts again.
    """

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class CodecError(ReportedlyError):
    """A JSON document does not follow the contract of the nouns."""


class ServiceError(ReportedlyError):
    """A server that a reader asks cannot be used as it is set: address, key or model are refused."""


class AnswerError(ReportedlyError):
    """A server gave no answer that can be used for one article. The other articles are not affected.

    Args:
        problem: what is wrong with it, in a few words.
        remedy: what the user can do about it.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy


class SettingsError(ReportedlyError):
    """`reportedly.toml` holds an unknown key or a value of the wrong kind."""
