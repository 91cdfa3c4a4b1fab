"""`reportedly schema`: the contract of the JSON that `read` prints."""

import json

import click

from reportedly import codec


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of a reading."""
    click.echo(json.dumps(codec.json_schema(), indent=2))
