"""The types of columns as the migrations know them; kept apart from those of the tables, which may change."""

from typing import Final

from sqlalchemy import BigInteger, Integer, Text
from sqlalchemy.dialects.postgresql import TEXT

NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")
KEY: Final = Text().with_variant(TEXT(collation="C"), "postgresql")
MOMENT: Final = BigInteger()
