# SPDX-License-Identifier: Apache-2.0
"""The closed lists as open data: by which words conditions are asked, compared and told."""

from collections.abc import Iterator

from generator.base.output_file import OutputFile
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
