# SPDX-License-Identifier: Apache-2.0
"""What is a change? The sources before it and after it, of which only what it touches is at hand in full."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base import addresses
from generator.derive.register import Register
from generator.model.designation import Designation
from generator.model.site import Site


@dataclass(frozen=True)
class Side:
    """The sources before or after a change."""

    base: Site  # versions, forms and words, all of them
    lists: Register  # the lists and notices of the shards that the change touches
    pages: Mapping[str, str | None]  # every page that must answer, with the file of its record

    def has_unreadable(self, file: str) -> bool:
        """Whether a file is there but could not be read, so that nothing follows from what it lacks."""
        return file in self.base.unreadable or file in self.lists.site.unreadable

    @property
    def is_whole(self) -> bool:
        """Whether everything that the change touches could be read."""
        return not self.base.unreadable and not self.lists.site.unreadable


@dataclass(frozen=True)
class Change:
    """Both sides, and the files that differ."""

    before: Side
    after: Side
    touched: frozenset[str]

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Documents whose file has another name now though they are the same: those at the same address."""
        old, new = self.before.lists.site.designations, self.after.lists.site.designations
        here = {_address(id_, new[id_]): id_ for id_ in new.keys() - old.keys()}
        found = {id_: here.get(_address(id_, old[id_])) for id_ in old.keys() - new.keys()}
        return {id_: now for id_, now in found.items() if now}


def _address(id_: str, document: Designation) -> str:
    return addresses.designation(id_, document.issued_on.year)
