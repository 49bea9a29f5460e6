# SPDX-License-Identifier: Apache-2.0
"""What may turn out of a condition once everything is known? A set of bits; a single one is certain.

The browser reckons in the same way: scripts/eligibility/may.js.
"""

from collections.abc import Sequence

from generator.model.facts import NodeState

May = int
MET, NOT_MET, NOT_APPLICABLE = 1, 2, 4
OPEN = MET | NOT_MET
STATES = {MET: NodeState.MET, NOT_MET: NodeState.NOT_MET, NOT_APPLICABLE: NodeState.NOT_APPLICABLE}


def certain(met: bool) -> May:
    """That it is so."""
    return MET if met else NOT_MET


def state_of(may: May) -> NodeState:
    """The state that is certain, or unknown."""
    return STATES.get(may, NodeState.UNKNOWN)


def all_of(parts: Sequence[May]) -> May:
    """What may turn out of conditions that must all hold; what does not apply is passed over."""
    found = 0
    if all(part & ~NOT_MET for part in parts) and any(part & MET for part in parts):
        found |= MET
    if any(part & NOT_MET for part in parts):
        found |= NOT_MET
    if all(part & NOT_APPLICABLE for part in parts):
        found |= NOT_APPLICABLE
    return found


def any_of(parts: Sequence[May]) -> May:
    """What may turn out of alternatives; if none of them applies, the text leaves it open."""
    found = 0
    if any(part & MET for part in parts):
        found |= MET
    if all(part & ~MET for part in parts) and any(part & NOT_MET for part in parts):
        found |= NOT_MET
    if all(part & NOT_APPLICABLE for part in parts):
        found |= OPEN
    return found


def one_of(parts: Sequence[May]) -> May:
    """What may turn out where any of these may be the one that counts."""
    found = 0
    for part in parts:
        found |= part
    return found
