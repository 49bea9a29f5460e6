# SPDX-License-Identifier: Apache-2.0
"""Does every change of a standing rest on a document of the right kind, and has each of those an effect?"""

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.platforms import fold
from generator.model.designation import ActKind, Designation
from generator.model.standing import State
from tests.derive.histories import histories, orderly_histories, site_of

History = dict[str, Designation]
GRANTING = {ActKind.DESIGNATE, ActKind.RENEW}
# Which acts may have brought a state about; a withdrawal gives back what the withdrawn act took.
GROUNDS = {
    State.PROPOSED: {ActKind.PROPOSE},
    State.VALID: {*GRANTING, ActKind.WITHDRAW},
    State.REVOKED: {ActKind.REVOKE},
    State.WITHDRAWN: {ActKind.WITHDRAW},
}


@given(st.one_of(histories(), orderly_histories()))
def test_no_standing_changes_without_a_document_that_does_it(history: History) -> None:
    platforms, _ = fold(site_of(history))

    for platform in platforms.values():
        acts = {(mention.document, mention.act) for mention in platform.mentions}
        for border in platform.standing:
            if border.document and border.state in GROUNDS:
                assert acts & {(border.document, kind) for kind in GROUNDS[border.state]}, border
        for term in platform.terms:
            assert term.granted_by is None or acts & {(term.granted_by, kind) for kind in GRANTING}
            ended = {(term.ended_by, ActKind.REVOKE), (term.ended_by, ActKind.WITHDRAW)}
            assert term.end_reason is None or acts & ended


@given(st.one_of(histories(), orderly_histories()))
def test_whatever_grants_or_revokes_has_an_effect_or_is_told_not_to_fit(history: History) -> None:
    platforms, conflicts = fold(site_of(history))
    told = {conflict.document for conflict in conflicts}

    for platform in platforms.values():
        granted = {term.granted_by for term in platform.terms}
        ended = {term.ended_by for term in platform.terms}
        for mention in platform.mentions:
            if mention.act in GRANTING:
                assert mention.document in granted
            elif mention.act is ActKind.REVOKE:
                assert mention.document in ended | told
