# SPDX-License-Identifier: Apache-2.0
"""What does an evaluator of eligibility need besides the measures? The words, and cases to be tried on."""

from collections.abc import Iterator

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.derive.worked import facts_of, judgeable, judged
from generator.model import published
from generator.model.vocabulary import Subject
from generator.render.open_data import API, dumped
from generator.render.studio import Studio


def vocabularies_file(studio: Studio) -> Iterator[OutputFile]:
    """api/v1/vocabularies.json."""
    words = studio.register.site.vocabularies
    lists = published.PublishedVocabularies.model_construct(
        metrics=words.metrics,
        units=words.units,
        functions=words.functions,
        institution_kinds=words.institution_kinds,
        subjects=tuple(
            published.SubjectEntry.model_construct(id=subject.value, label=subject.label)
            for subject in Subject
        ),
    )
    yield OutputFile(f"{API}vocabularies.json", dumped(lists, published.PublishedVocabularies))


def case_files(studio: Studio) -> Iterator[OutputFile]:
    """api/v1/cases/<version>.json, a case a line: a conformance suite for other evaluators."""
    words = studio.register.site.vocabularies
    for id_, version, cases in judgeable(studio.register):
        head = published.PublishedCases.model_construct(
            ruleset=id_, name=cases.name, day=cases.day, cases=()
        ).model_dump_json()
        lines = [
            published.PublishedCase.model_construct(
                name=case.name,
                facts=facts_of(cases, case),
                verdict=case.verdict,
                trace=judged(id_, version, cases, case, words),
            ).model_dump_json()
            for case in cases.cases
        ]
        body = ",\n".join(lines)
        yield OutputFile(addresses.api_cases(id_), f"{head.removesuffix(']}')}\n{body}\n]}}\n".encode())
