"""Moments on the command line: a day or a moment in ISO 8601."""

from datetime import datetime

import click

from reportedly.collect import dates


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """A day or a moment in ISO 8601, in UTC; the day alone where it names no zone; None where none is given."""
    if value is None:
        return None
    found = dates.given(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no date; write 2025-06-23 or 2025-06-23T14:05+02:00", ctx, param)
    return found.at
