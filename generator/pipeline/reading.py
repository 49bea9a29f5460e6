# SPDX-License-Identifier: Apache-2.0
"""What do the shards tell each other before any is rendered? Only changed ones are read for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.base.output_file import OutputFile
from generator.derive.chains import chains
from generator.derive.withheld import is_withheld
from generator.load.tree import attachments, load_shard
from generator.model.chain import Chain
from generator.model.outcome import Outcome
from generator.model.site import Site
from generator.output.parts import Release
from generator.pipeline.plan import Plan
from generator.pipeline.shards import Examined, Press, examined

Seen = Mapping[str, Examined]


@dataclass(frozen=True, slots=True)
class Reading:
    """The shards as they are read, each by itself."""

    plan: Plan
    base: Site
    current: Release | None
    others: Seen = field(default_factory=dict)  # the shards of another revision, seen on the same day
    # What was read in this process, so that it need not be read again; workers have none of each other's.
    kept: dict[str, Site] = field(default_factory=dict)

    def read(self, name: str) -> tuple[str, Examined]:
        """A shard with everything that is found in it."""
        files, key = self.plan.survey.shards[name], self.plan.shard_key(name)
        self.kept[name], found = examined(self.plan.root, self.base, files, key, self._last(name))
        return name, found

    def _last(self, name: str) -> Outcome | None:
        return self.current.outcome(name) if self.current else None

    def known(self, name: str) -> Examined | None:
        """A shard with everything that was found when it was as it is; None if it is another now."""
        key = self.plan.shard_key(name)
        if (other := self.others.get(name)) and other.leaves.key == key:
            return other
        leaves = self.current.leaves(name) if self.current else None
        if self.current is None or leaves is None or leaves.key != key:
            return None
        outcome = self.current.outcome(name)
        if outcome is None or not outcome.holds(outcome.key, self.plan.as_of):
            return None
        return Examined(outcome.model_copy(update={"files": {}, "links": {}}), leaves)

    def made(self, press: Press, name: str, seen: Seen, told: Mapping[str, Chain]) -> None:
        """Bring a shard of a release up to date, with the chains that its pages show."""
        digest = self.plan.key(*(f"{id_} {chain.model_dump_json()}" for id_, chain in told.items()))
        key = f"{self.plan.shard_key(name)}.{digest}"
        known = press.current.outcome(name) if press.current else None
        if press.current and known and known.holds(key, self.plan.as_of):
            press.release.adopt(name, known, press.current)
            return
        files = self.plan.survey.shards[name]
        site = self.kept.get(name) or self._again(name, files)
        found = replace(seen[name], outcome=seen[name].outcome.model_copy(update={"key": key}))
        press.rendered(name, site, found, told, self._attached(site, files))

    def _again(self, name: str, files: tuple[str, ...]) -> Site:
        """A shard that another process has read."""
        last = self._last(name)
        return load_shard(self.plan.root, self.base, files, last.vouched(self.plan.code) if last else {})[0]

    def _attached(self, site: Site, files: tuple[str, ...]) -> Iterator[OutputFile]:
        """The files beside notices, but those of lists that are no longer shown."""
        hidden = tuple(
            f"content/notices/{id_}/"
            for id_, notice in site.notices.items()
            if is_withheld(notice.front, self.plan.as_of)
        )
        return attachments(self.plan.root, (file for file in files if not file.startswith(hidden)))


def chains_by_shard(seen: Seen) -> dict[str, dict[str, Chain]]:
    """The chains of all shards, each with the shard whose pages show it."""
    known = chains(leaf for shard in seen.values() for leaf in shard.leaves.leaves)
    return {
        name: {leaf.id: known[leaf.id] for leaf in shard.leaves.leaves if leaf.id in known}
        for name, shard in seen.items()
    }
