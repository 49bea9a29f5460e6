# SPDX-License-Identifier: Apache-2.0
"""Which checks are there? The list is the table of contents; the runner stamps each finding with its code.

The code of a check is its name with hyphens; its docstring is its entry in the editors' handbook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.base.finding import Finding
from generator.checks import (
    acceptance,
    addresses,
    articles,
    attachments,
    cases,
    chains,
    coverage,
    dates,
    designations,
    forms,
    freshness,
    identity,
    in_force,
    lasting,
    law,
    notices,
    publicity,
    quantities,
    questions,
    references,
)
from generator.checks.compared import Change
from generator.derive.register import Register
from generator.model.chain import Leaves
from generator.model.site import Site

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
    questions.years_from_a_day_are_whole,
    questions.facts_are_counted_in_one_way,
    cases.cases_belong_to_a_version,
    cases.cases_answer_what_is_asked,
    cases.units_of_cases_fit,
    cases.cases_come_out_as_expected,
    coverage.conditions_have_their_cases,
    quantities.digests_state_recorded_quantities,
    quantities.quotations_are_recorded,
    designations.counts_agree_with_rows,
    designations.acts_fit_what_came_before,
    designations.platforms_are_listed_once_in_an_act,
    designations.platform_ids_are_given,
    designations.names_and_codes_belong_to_one_platform,
    designations.typed_terms_agree_with_the_law,
    forms.forms_with_a_known_layout_have_parts,
    forms.fields_of_a_form_have_ids_of_their_own,
    forms.facts_of_a_form_are_asked_by_its_version,
    forms.replaced_forms_are_recorded,
    forms.everything_on_paper_can_be_printed,
    publicity.publicity_periods_have_an_end,
    publicity.publicity_periods_last_as_long_as_demanded,
    publicity.publicity_periods_are_stated_as_such,
    freshness.versions_were_checked_lately,
    attachments.attachments_are_there_and_listed,
    notices.notices_state_what_their_kind_needs,
    notices.proposals_and_corrections_state_what_they_need,
    notices.acts_have_an_effect,
    notices.counts_in_documents_agree_with_their_lists,
    addresses.addresses_are_unique,
)

# What only shows when all parts of the site are seen together.
BETWEEN: tuple[Callable[..., Iterator[Finding]], ...] = (freshness.columns_are_kept_up, *chains.BETWEEN)
# What the site is held to: its addresses, and what was decided about its findings.
LASTING = (lasting.published_addresses_answer, lasting.redirects_lead_somewhere)
HELD: tuple[Callable[..., Iterator[Finding]], ...] = (*LASTING, acceptance.acceptances_hold)
# What a change is held to, which only shows when it is compared with what came before.
OF_A_CHANGE: tuple[Callable[[Change], Iterator[Finding]], ...] = (
    law.published_documents_stay,
    law.issued_versions_stay,
    identity.identifiers_keep_their_meaning,
    lasting.pages_before_a_change_answer,
    lasting.ledgers_only_grow,
)


def code_of(check: Callable[..., Iterator[Finding]]) -> str:
    """The code that findings of a check carry."""
    return check.__name__.replace("_", "-")


def run(register: Register) -> list[Finding]:
    """All findings of all checks, not yet located."""
    return [replace(finding, check=code_of(check)) for check in CHECKS for finding in check(register)]


def run_between(
    base: Site, addresses_of: Iterable[Mapping[str, str]], newest_of: Iterable[Mapping[str, date]]
) -> list[Finding]:
    """What only shows when all parts of the site are seen together, not yet located."""
    code, column = code_of(addresses.addresses_are_unique), code_of(freshness.columns_are_kept_up)
    found = [replace(finding, check=code) for finding in addresses.taken_twice(addresses_of)]
    return found + [
        replace(finding, check=column) for finding in freshness.columns_are_kept_up(base, newest_of)
    ]


def run_over(shards: Iterable[Leaves]) -> list[Finding]:
    """What only shows where notices and documents are followed from one part of the site to another."""
    library = chains.Library.of(shards)
    return [replace(finding, check=code_of(check)) for check in chains.BETWEEN for finding in check(library)]


def run_lasting(site: Site, pages: lasting.Pages) -> list[Finding]:
    """What is found of the addresses that must answer, once all pages are known; not yet located."""
    return [replace(finding, check=code_of(check)) for check in LASTING for finding in check(site, pages)]


def run_on(change: Change) -> list[Finding]:
    """What is found of a change by comparing it with what came before, not yet located."""
    return [replace(finding, check=code_of(check)) for check in OF_A_CHANGE for finding in check(change)]
