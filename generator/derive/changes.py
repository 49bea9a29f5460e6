# SPDX-License-Identifier: Apache-2.0
"""What changed, or will change, on which day?

Every border of every standing as one list, by day. The list loses nothing: the states on any day,
together with the changes after it, give the states on any later day.
"""

from collections.abc import Mapping
from typing import Literal

from generator.model.published import Change
from generator.model.standing import Standing

Subject = Literal["platform", "ruleset"]


def changes(standings: Mapping[Subject, Mapping[str, Standing]]) -> list[Change]:
    """All changes by day, kind of subject and id."""
    found = [
        Change(
            on=border.from_,
            kind=kind,
            id=id_,
            state=border.state,
            through=border.through,
            document=border.document,
        )
        for kind, by_id in standings.items()
        for id_, standing in by_id.items()
        for border in standing
    ]
    return sorted(found, key=lambda change: (change.on, change.kind, change.id))
