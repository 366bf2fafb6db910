"""What stands before all else: routines, raw SQL, text search and publications, of which many schemas have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.domain import DomainFile
from fluxc.model.state import State

if TYPE_CHECKING:
    from fluxc.model.compiled import Compiled
    from fluxc.model.domain_files import Read
    from fluxc.model.lowering import Lowering


def has_routines(read: Read) -> bool:
    """Return whether a domain declares routines, raw SQL or text search."""
    files = (file for file, _ in read.files if isinstance(file, DomainFile))
    return any(
        file.functions
        or file.procedures
        or file.aggregates
        or file.raw
        or file.text_search_dictionaries
        or file.text_search_configurations
        for file in files
    )


def publishes(read: Read) -> bool:
    """Return whether files declare publications."""
    return any(file.publications for file, _ in read.files)


def know_functions(low: Lowering, read: Read) -> None:
    """Take in the names of the functions of a domain, so that expressions find them."""
    from fluxc.model.routine_text import called_names  # many schemas declare no function

    files = [file for file, _ in read.files if isinstance(file, DomainFile)]
    low.scope.functions[read.name] = called_names(key for file in files for key in (*file.functions, *file.aggregates))


def lower_bodies(low: Lowering, domains: list[Read], publishing: list[Read], made: Compiled) -> Compiled:
    """Return what domains mean together with their routines, raw SQL and publications, which stand before all else."""
    from fluxc.model.lower_aggregates import lower_aggregates  # many schemas have none of these
    from fluxc.model.lower_raw import lower_raw
    from fluxc.model.lower_routines import lower_routines

    before = len(low.objects)
    for read in domains:
        lower_routines(low, read.name, read.files)
        lower_aggregates(low, read.name, read.files)
        lower_raw(low, read.name, read.files)
    lower_text_search(low, domains)
    for item, place in low.updating.values():
        low.add(item, place)
    if publishing:
        from fluxc.model.lower_publications import lower_publications

        for read in publishing:
            lower_publications(low, read.name, read.files)
    return made._replace(state=State([*low.objects[before:], *low.objects[:before]]))


def lower_text_search(low: Lowering, domains: list[Read]) -> None:
    """Take in dictionaries and configurations of text search, of which few schemas have any."""
    files = [file for read in domains for file, _ in read.files if isinstance(file, DomainFile)]
    if not any(file.text_search_dictionaries or file.text_search_configurations for file in files):
        return
    from fluxc.model.lower_text_search import lower_configurations, lower_dictionaries

    for read in domains:
        lower_dictionaries(low, read.name, read.files)
    for read in domains:
        lower_configurations(low, read.name, read.files)
