# SPDX-License-Identifier: Apache-2.0
"""Which address does each record have on the site? The public contract, stated once.

Addresses are paths below the site's root; pages end with a slash.
"""

import re

DATE_PREFIX = re.compile(r"^[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?-(?![0-9]{2}(?:-|$))")
PAGE = re.compile("(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
REGISTRY = "registry/"
YEARS, LETTERS = f"{REGISTRY}years/", f"{REGISTRY}letters/"
BULK_CHECK = f"{REGISTRY}check/"
SELF_CHECK = "self-check/"
FORMS = "forms/"
COMPARE = "compare/"
NOTICES = "notices/"
NOTICE_INDEX = f"{NOTICES}index.json"
FEED_OF_ALL = "notices"
REDIRECTS = "redirects.json"
EDITING = "editing/"
FINDINGS = f"{EDITING}findings/"


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


def notices_in(jurisdiction: str, page: int = 1) -> str:
    """The list of the notices of a jurisdiction; further pages by number."""
    return f"{NOTICES}in/{jurisdiction}/" + (f"{page}/" if page > 1 else "")


def notice_index_of(year: int) -> str:
    """What the list of notices finds those of a year by."""
    return f"{NOTICES}{year}/index.json"


def feed(name: str) -> str:
    """A feed, of all notices or of a jurisdiction, without the suffix of its format (.atom, .json)."""
    return f"feeds/{name}"


def feed_of_kind(kind: str) -> str:
    """The feed of one kind of notices, without the suffix of its format."""
    return f"feeds/kinds/{kind}"


def quarter(jurisdiction: str) -> str:
    """The deadlines of a jurisdiction in the quarter in which the page is read."""
    return f"guides/{jurisdiction}/quarter/"


def calendar(jurisdiction: str) -> str:
    """The deadlines of a jurisdiction for calendars."""
    return f"calendar/{jurisdiction}.ics"


def platform_calendar(platform_: str) -> str:
    """The deadlines of one platform for calendars; it stands there as long as the platform does."""
    return f"registry/{platform_}/calendar.ics"


def notice(id_: str) -> str:
    """The page of a notice."""
    return f"notices/{id_.split('/', maxsplit=1)[0]}/{slug(id_)}/"


def attachment(notice_: str, file: str) -> str:
    """A file that stands beside a notice."""
    return f"{notice(notice_)}{file}"


def api_ruleset(id_: str) -> str:
    """The full record of a version."""
    return f"api/v1/rulesets/{id_}.json"


def api_cases(id_: str) -> str:
    """The worked cases of a version as JSON."""
    return f"api/v1/cases/{id_}.json"


def api_amendments(id_: str) -> str:
    """What changed with a version."""
    return f"api/v1/amendments/{id_}.json"


def api_statements(id_: str) -> str:
    """A version as it is laid beside others."""
    return f"api/v1/comparison/{id_}.json"


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


def compared(page: int = 1) -> str:
    """Thresholds side by side; further pages by number."""
    return COMPARE if page == 1 else f"{COMPARE}{page}/"


def letter(name: str, page: int = 1) -> str:
    """The names that begin with a letter; the first page has no number."""
    return f"{LETTERS}{name}/" + (f"{page}/" if page > 1 else "")


def self_check_place(jurisdiction: str) -> str:
    """What the self-check fetches once a place is chosen."""
    return f"{SELF_CHECK}places/{jurisdiction}.json"


def form(id_: str) -> str:
    """The page of a form, or of a paper made for a version."""
    return f"{FORMS}{id_}/"


def form_file(id_: str, suffix: str) -> str:
    """A form as a file."""
    return f"{FORMS}{id_}.{suffix}"


def form_table(id_: str, table: str) -> str:
    """A table of a form as a workbook of its own."""
    return f"{FORMS}{id_}-{table}.xlsx"


def form_pack(ruleset_: str, role: str) -> str:
    """Everything that somebody needs of a version, in one file."""
    return f"{FORMS}{ruleset_}-{role}.zip"


def api_form(id_: str) -> str:
    """The fields and files of a form."""
    return f"api/v1/forms/{id_}.json"
