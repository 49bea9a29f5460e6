# SPDX-License-Identifier: Apache-2.0
"""With which names and words are the differences of two revisions told?

A record may name what is not there: this is told before anybody has repaired it, so that every name that
leads nowhere stands for itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.base import addresses
from generator.base.days import ONE_DAY
from generator.base.shortened import shortened
from generator.derive.comparison import Comparison
from generator.derive.conclusions import Difference, Kind
from generator.derive.register import Register
from generator.derive.terms import last_days
from generator.derive.withheld import shown_until
from generator.model.platform import Term
from generator.model.standing import Standing
from generator.model.vocabulary import Vocabularies
from generator.render.told import Teller
from generator.render.words import Wording

# The comment is kept for ever: who is named no more may have been taken down, and is not named again in it.
NOT_REPEATED = "（原来的不在记录里了，这里不重复）"
NOT_NAMED = "（公示名单限期展示，这里不列名称）"
LONGEST = 60  # of a value that is quoted


class _Words(dict[str, str]):
    """Labels; a word without one stands for itself."""

    def __missing__(self, word: str) -> str:
        return word


class _Dimensions(dict[str, str | None]):
    """Dimensions; of an unknown metric there is none."""

    def __missing__(self, word: str) -> None:
        return None


@dataclass(frozen=True)
class Setting:
    """Two revisions with the words for them."""

    comparison: Comparison

    @cached_property
    def wording(self) -> Wording:
        """The words of the newer revision, and those that only the older one has."""
        words = (self.comparison.old.site.vocabularies, self.comparison.new.site.vocabularies)
        found = [Wording.of(one) for one in words]
        labels = {name: _Words({**found[0].labels[name], **known}) for name, known in found[1].labels.items()}
        return Wording(labels, _Dimensions({**found[0].dimensions, **found[1].dimensions}))

    @cached_property
    def teller(self) -> Teller:
        """What tells statements of versions."""
        words: Vocabularies = self.comparison.new.site.vocabularies
        return Teller.of(self.wording, words)

    @property
    def sides(self) -> tuple[Register, Register]:
        """The newer revision first: what is still there is named as it is now."""
        return self.comparison.new, self.comparison.old

    def place(self, id_: str) -> str:
        """The name of a jurisdiction."""
        known = (side.site.jurisdictions.get(id_) for side in self.sides)
        return next((one.name for one in known if one), id_)

    def platform(self, id_: str) -> str:
        """The name of a platform, unless none states it any more or only lists shown for a while do."""
        for side in self.sides:
            if found := side.platforms.get(id_):
                if shown_until(found, side.site.designations) is not None:
                    return NOT_NAMED
                return found.name if found.name in self.still_named else id_
        return id_

    @cached_property
    def still_named(self) -> frozenset[str]:
        """Every name of a platform or an operator that the newer revision states."""
        documents = self.comparison.new.site.designations.values()
        rows = (row for document in documents for act in document.acts for row in act.platforms)
        return frozenset(name for row in rows for name in (row.name, row.operator) if name)

    def who(self, name: str | None) -> str:
        """A name in a sentence, if it is still stated."""
        return quoted(name) if name is None or name in self.still_named else NOT_REPEATED

    def version(self, id_: str) -> str:
        """《……办法》."""
        known = (side.site.rulesets.get(id_) for side in self.sides)
        return next((f"《{one.title}》" for one in known if one), id_)

    def versions(self, was: str | None, now: str | None) -> str:
        """《旧办法》 → 《新办法》; versions often have one title, and are then told apart by their ids."""
        old, new = (self.version(id_) if id_ else "（未见）" for id_ in (was, now))
        return f"{old}（{was}） → {new}（{now}）" if old == new else f"{old} → {new}"

    def document(self, id_: str | None) -> str:
        """《……的通知》（文号）."""
        for side in self.sides:
            if found := side.site.designations.get(id_ or ""):
                return titled(found.title, found.document_number)
        return id_ or "（依据未见）"

    def document_page(self, id_: str) -> str | None:
        """The page of a designation document."""
        for side in self.sides:
            if found := side.site.designations.get(id_):
                return addresses.designation(id_, found.issued_on.year)
        return None

    def notice(self, id_: str) -> str:
        """《……的通知》（文号）."""
        for side in self.sides:
            if found := side.site.notices.get(id_):
                return titled(found.front.title, found.front.document_number)
        return id_

    def of(self, *kinds: Kind) -> Iterator[Difference]:
        """The differences of some kinds, in their order."""
        return (each for each in self.comparison.differences if each.key.kind in kinds)


def titled(title: str, number: str | None) -> str:
    """A title with its number, where that was seen."""
    return f"《{title}》" + (f"（{number}）" if number else "")


def days_of(term: Term) -> str:
    """2026-05-20 至 2029-05-19."""
    begin = str(term.from_) if term.from_ else "（起始日未见）"
    if ends := last_days(term):
        if term.from_ and ends[1] < term.from_.first:
            return f"原应自 {begin} 起，未及开始"
        if term.through:
            return f"{begin} 至 {term.through}"
        return f"{begin} 起，止于 {ends[0]} 至 {ends[1]} 之间"
    if term.review_due:
        return f"{begin} 起，{term.review_due} 应当复核，未写截止日"
    return f"{begin} 起，有效期未见记载"


def first_day_after(term: Term) -> str:
    """The first day on which a term surely has ended."""
    ends = last_days(term)
    return (ends[1] + ONE_DAY).isoformat() if ends else ""


def borders(standing: Standing) -> str:
    """自 2020-02-09 起现行，自 2023-02-09 起已期满失效."""
    return "，".join(f"自 {border.from_} 起{border.state.label}" for border in standing) or "无从推定"


def quoted(value: object) -> str:
    """“……”, or a dash where there is nothing; long texts are cut."""
    if value is None or value == "":
        return "（无）"
    return f"“{shortened(' '.join(str(value).split()), LONGEST)}”"


def listed(words: Iterable[str], most: int = 5) -> str:
    """一、二、三等 9 项."""
    known = list(words)
    return "、".join(known[:most]) + (f"等 {len(known)} 项" if len(known) > most else "")
