# SPDX-License-Identifier: Apache-2.0
"""What do the shards tell each other before any is rendered? Only changed ones are read for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.derive.chains import chains
from generator.load.tree import load_shard
from generator.model.chain import Chain
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
    # What was read in this process, so that it need not be read again; workers have none of each other's.
    kept: dict[str, Site] = field(default_factory=dict)

    def seen(self, name: str) -> tuple[str, Examined]:
        """A shard with everything that was found in it, now or when it was built as it is."""
        known = self._known(name)
        if known:
            return name, known
        files = self.plan.survey.shards[name]
        self.kept[name], found = examined(self.plan.root, self.base, files, self.plan.shard_key(name))
        return name, found

    def _known(self, name: str) -> Examined | None:
        leaves = self.current.leaves(name) if self.current else None
        if self.current is None or leaves is None or leaves.key != self.plan.shard_key(name):
            return None
        outcome = self.current.outcome(name)
        if outcome is None or not outcome.holds(outcome.key, self.plan.as_of):
            return None
        return Examined(outcome.model_copy(update={"files": {}, "links": {}}), leaves)

    def made(self, press: Press, name: str, seen: Seen, told: Mapping[str, Chain]) -> None:
        """Bring a shard of a release up to date, with the chains that its pages show."""
        digest = "\n".join(f"{id_} {chain.model_dump_json()}" for id_, chain in told.items())
        key = self.plan.key(self.plan.shard_key(name), digest)
        known = press.current.outcome(name) if press.current else None
        if press.current and known and known.holds(key, self.plan.as_of):
            press.release.adopt(name, known, press.current)
            return
        site = self.kept.get(name) or load_shard(self.plan.root, self.base, self.plan.survey.shards[name])[0]
        press.rendered(name, site, seen[name], key, told)


def chains_by_shard(seen: Seen) -> dict[str, dict[str, Chain]]:
    """The chains of all shards, each with the shard whose pages show it."""
    known = chains(leaf for shard in seen.values() for leaf in shard.leaves.leaves)
    return {
        name: {leaf.id: known[leaf.id] for leaf in shard.leaves.leaves if leaf.id in known}
        for name, shard in seen.items()
    }
