# SPDX-License-Identifier: Apache-2.0
"""Which address does each record have on the site? The public contract, stated once.

Addresses are paths below the site's root; pages end with a slash.
"""

import re

DATE_PREFIX = re.compile(r"^[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?-(?![0-9]{2}(?:-|$))")
REGISTRY = "registry/"
YEARS, LETTERS = f"{REGISTRY}years/", f"{REGISTRY}letters/"
BULK_CHECK = f"{REGISTRY}check/"


def slug(id_: str) -> str:
    """The last part of a dated id without its date: 2017/2017-07-06-national-call → national-call."""
    return DATE_PREFIX.sub("", id_.rsplit("/", 1)[1])


def platform(id_: str) -> str:
    """The page of a platform."""
    return f"registry/{id_}/"


def registry_of(jurisdiction: str) -> str:
    """The list of platforms of a jurisdiction."""
    return f"registry/{jurisdiction}/"


def guide(jurisdiction: str) -> str:
    """The guide of a jurisdiction."""
    return f"guides/{jurisdiction}/"


def ruleset(id_: str) -> str:
    """The permanent page of a version."""
    return f"guides/{id_}/"


def designation(id_: str, year: int) -> str:
    """A designation document is a notice by itself; its jurisdiction makes its address unique."""
    return f"notices/{year}/{id_.split('/', maxsplit=1)[0]}-{slug(id_)}/"


def notices_of_year(year: int, page: int = 1) -> str:
    """The list of the notices of a year; further pages by number."""
    return f"notices/{year}/" if page == 1 else f"notices/{year}/{page}/"


def notice(id_: str) -> str:
    """The page of a notice."""
    return f"notices/{id_.split('/', maxsplit=1)[0]}/{slug(id_)}/"


def attachment(notice_: str, file: str) -> str:
    """A file that stands beside a notice."""
    return f"{notice(notice_)}{file}"


def api_ruleset(id_: str) -> str:
    """The full record of a version."""
    return f"api/v1/rulesets/{id_}.json"


def api_platform(id_: str) -> str:
    """The full record of a platform."""
    return f"api/v1/platforms/{id_}.json"


def api_designation(id_: str) -> str:
    """The full record of a designation document."""
    return f"api/v1/designations/{id_.split('/', maxsplit=1)[0]}/{slug(id_)}.json"


def badge(platform_: str) -> str:
    """The badge of a platform, for other sites to show."""
    return f"registry/{platform_}/badge.svg"


def list_file(id_: str, year: int, suffix: str) -> str:
    """The list of a designation document as a file of its own."""
    return f"{designation(id_, year)}list.{suffix}"


def documents_of(year: int) -> str:
    """The documents of a year with their lists."""
    return f"{YEARS}{year}/"


def letter(name: str, page: int = 1) -> str:
    """The names that begin with a letter; the first page has no number."""
    return f"{LETTERS}{name}/" + (f"{page}/" if page > 1 else "")
