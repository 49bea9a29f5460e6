# SPDX-License-Identifier: Apache-2.0
"""Which platform took over from which? The other way round than the documents say it."""

from collections import defaultdict
from collections.abc import Mapping

from generator.model.platform import Platform

Predecessors = Mapping[str, tuple[str, ...]]


def predecessors(platforms: Mapping[str, Platform]) -> Predecessors:
    """For each platform that took over others, their ids in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, platform in platforms.items():
        if platform.successor:
            found[platform.successor].append(id_)
    return {id_: tuple(others) for id_, others in found.items()}


def heirs(id_: str, platforms: Mapping[str, Platform]) -> tuple[str, ...]:
    """Who took over from a platform, who from that one, and so on; nobody twice."""
    found: list[str] = []
    platform = platforms.get(id_)
    while platform and platform.successor and platform.successor not in {id_, *found}:
        found.append(platform.successor)
        platform = platforms.get(platform.successor)
    return tuple(found)
