# SPDX-License-Identifier: Apache-2.0
"""What changed, or will change, on which day?

Every border of every standing as one list, by day. The list loses nothing: the states on any day,
together with the changes after it, give the states on any later day.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from generator.model.published import Change
from generator.model.standing import Standing, border_on

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


def snapshot(standings: Mapping[str, Standing], day: date) -> dict[str, str]:
    """The state of each subject on a day; subjects of which nothing is recorded yet are left out."""
    borders = {id_: border_on(standing, day) for id_, standing in standings.items()}
    return {id_: border.state.value for id_, border in borders.items() if border}
