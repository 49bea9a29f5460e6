# SPDX-License-Identifier: Apache-2.0
"""In which file does each record stand? Identity comes from the path, so the path comes from the id."""

from generator.base.location import Location


def ruleset(id_: str) -> Location:
    """The file of a ruleset version."""
    return Location(f"registry/rulesets/{id_}.yaml")


def designation(id_: str) -> Location:
    """The file of a designation document."""
    return Location(f"registry/designations/{id_}.yaml")


def cases(id_: str) -> Location:
    """The file of the worked cases of a version."""
    return Location(f"registry/cases/{id_}.yaml")


def form(id_: str) -> Location:
    """The file of a form."""
    return Location(f"registry/forms/{id_}.yaml")


def profile(platform: str) -> Location:
    """The file of the profile of a platform."""
    return Location(f"registry/profiles/{platform.rsplit('-', 1)[0]}/{platform}.yaml")


def notice(id_: str) -> Location:
    """The file of a notice; keys lead into its front matter."""
    return Location(f"content/notices/{id_}.md")


def attachment(notice_: str, file: str) -> Location:
    """A file that stands beside a notice."""
    return Location(f"content/notices/{notice_}/{file}")


def vocabulary(name: str) -> Location:
    """The file of a closed list."""
    return Location(f"registry/vocabularies/{name.replace('_', '-')}.yaml")
