# SPDX-License-Identifier: Apache-2.0
"""Which checks are there? The list is the table of contents; the runner stamps each finding with its code.

The code of a check is its name with hyphens; its docstring is its entry in the editors' handbook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.base.finding import Finding
from generator.checks import addresses, articles, attachments, dates, designations, in_force, references
from generator.derive.register import Register

Check = Callable[[Register], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.jurisdictions_are_known,
    references.words_are_in_the_vocabularies,
    references.units_fit_their_metric,
    references.rulesets_referred_to_exist,
    references.forms_and_versions_know_each_other,
    references.corrections_and_withdrawals_name_a_document,
    references.successors_are_recorded,
    references.profiles_belong_to_a_platform,
    references.identifiers_are_unique,
    articles.articles_are_numbered_without_gaps,
    articles.citations_are_in_the_version,
    articles.provisions_cite_an_article,
    articles.criteria_have_unique_ids,
    dates.dates_are_in_order,
    dates.nothing_was_checked_in_the_future,
    dates.file_names_carry_the_date,
    dates.document_numbers_carry_the_year,
    dates.document_numbers_use_their_brackets,
    in_force.in_force_follows_from_the_text,
    in_force.versions_do_not_overlap,
    in_force.gaps_are_declared,
    designations.counts_agree_with_rows,
    designations.acts_fit_what_came_before,
    designations.platforms_are_listed_once_in_an_act,
    designations.platform_ids_are_given,
    designations.names_and_codes_belong_to_one_platform,
    designations.typed_terms_agree_with_the_law,
    attachments.attachments_are_there_and_listed,
    addresses.addresses_are_unique,
)


def code_of(check: Check) -> str:
    """The code that findings of a check carry."""
    return check.__name__.replace("_", "-")


def run(register: Register) -> list[Finding]:
    """All findings of all checks, not yet located."""
    return [replace(finding, check=code_of(check)) for check in CHECKS for finding in check(register)]


def run_between(parts: Iterable[Mapping[str, str]]) -> list[Finding]:
    """What only shows when all parts of the site are seen together; their addresses are enough."""
    code = code_of(addresses.addresses_are_unique)
    return [replace(finding, check=code) for finding in addresses.taken_twice(parts)]
