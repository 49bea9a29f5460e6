# SPDX-License-Identifier: Apache-2.0
"""In which direction did the law change?"""

from generator.model.record import Labelled


class ChangeKind(Labelled):
    """Seen by those who apply or hold a title."""

    STRICTER = "stricter", "收紧"
    LOOSER = "looser", "放宽"
    ADDED = "added", "新增"
    REMOVED = "removed", "取消"
    CHANGED = "changed", "改动"
    REWORDED = "reworded", "表述调整"
