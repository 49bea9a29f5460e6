# SPDX-License-Identifier: Apache-2.0
"""What may be said of a title or of a version on a day?

A standing is a list of borders. Each says from which day on which state holds; which of them is
today's is never written to disk but decided when a page is viewed. Before the first border nothing is
recorded.
"""

from datetime import date

from pydantic import Field

from generator.base.days import PartialDate
from generator.model.record import Labelled, Record, described


class State(Labelled):
    """What is said of a title, or of a version of the measures."""

    PROPOSED = "proposed", "仅见公示，未见认定"
    VALID = "valid", "有效"
    ENDED = "ended", "已期满"
    REVOKED = "revoked", "已撤销"
    WITHDRAWN = "withdrawn", "认定已撤回"
    UNCERTAIN = "uncertain", "待核"
    NOT_YET = "not-yet", "尚未施行"
    CONSULTATION = "consultation", "征求意见中"
    NOT_KNOWN_ADOPTED = "not-known-adopted", "征求意见稿，未见通过"
    IN_FORCE = "in-force", "现行"
    PRESUMED_IN_FORCE = "presumed-in-force", "推定现行"
    PRESUMED_SUPERSEDED = "presumed-superseded", "推定已被取代"
    SUPERSEDED = "superseded", "已废止"
    LAPSED = "lapsed", "已期满失效"


class Border(Record):
    """From this day on, until the next border, this state holds."""

    from_: date = Field(alias="from", description="自这一天起（含）")
    state: State = described("状态")
    through: PartialDate | None = described("有期限的状态，末日（含）", None)
    document: str | None = described("由哪份文件引起", None)


Standing = tuple[Border, ...]


def border_on(standing: Standing, day: date) -> Border | None:
    """The border that governs `day`; None before the first."""
    passed = [border for border in standing if border.from_ <= day]
    return passed[-1] if passed else None


def next_change(standing: Standing, after: date) -> date | None:
    """The first day later than `after` on which the state changes."""
    return next((border.from_ for border in standing if border.from_ > after), None)


def overlaid(earlier: Standing, later: Standing) -> Standing:
    """The borders of `earlier` until `later` begins, then those of `later`; repetitions left out."""
    if not later:
        return earlier
    joined: list[Border] = []
    for border in (*(b for b in earlier if b.from_ < later[0].from_), *later):
        if not joined or (joined[-1].state, joined[-1].through) != (border.state, border.through):
            joined.append(border)
    return tuple(joined)
