"""A YAML file in the form of our own: actors, or the offices of one country."""

from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import ActorFile, actors, check_actors
from reportedly.knowledge.countries import check_country
from reportedly.knowledge.datafile import parse
from reportedly.knowledge.loaders.rows import Bundle, text_of
from reportedly.knowledge.offices import OfficeFile
from reportedly.knowledge.people import people, posts_of_actor, posts_of_file
from reportedly.knowledge.roster import actor_entries, people_entries


def load(path: Path) -> Bundle:
    """What the file adds.

    Raises:
        KnowledgeError: the file cannot be read, is no YAML, or is wrong; the message names the entry.
    """
    text = text_of(path)
    if "\nentries:" in f"\n{text}":
        found = parse(str(path), text, ActorFile).entries
        check_actors(((str(path), actor) for actor in found), frozenset(actor.id for actor in actors()))
        posts = tuple(post for actor in found for post in posts_of_actor(actor))
        named = tuple(entry for actor in found for entry in actor_entries(actor))
        return Bundle(entries=(*named, *people_entries(people(posts))), actors=found, posts=posts)
    if "\noffices:" not in f"\n{text}":
        raise KnowledgeError(f"{path}: has neither `entries` (actors) nor `offices`")
    file = parse(str(path), text, OfficeFile)
    for code in (file.country, *(office.code for office in file.offices)):
        check_country(code, str(path))
    posts = tuple(posts_of_file(file))
    return Bundle(entries=tuple(people_entries(people(posts))), posts=posts)
