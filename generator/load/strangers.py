# SPDX-License-Identifier: Apache-2.0
"""Which field was meant by one that there is not, or to which part of the record does it belong?

Names are misspelt, written in Chinese, or keep a full-width colon; and where a line is indented too little
or too much, a good name stands in the wrong part.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic.fields import FieldInfo

from generator.base.finding import Finding
from generator.base.location import Keys, Location
from generator.base.nearest import nearest
from generator.load.shapes import fields_of, model_at
from generator.load.yaml_file import Node

WIDE_COLON = "："
CODE = "fields"
CLAUSE = re.compile("[；，。（、：]")


@dataclass(frozen=True)
class Stranger:
    """A field that the part of the record in which it stands does not know."""

    keys: Keys
    loc: tuple[str | int, ...]  # the same as pydantic names it
    nodes: Node | None
    kind: Any

    @property
    def name(self) -> str:
        """What the editor typed."""
        return str(self.keys[-1])

    @cached_property
    def known(self) -> Mapping[str, FieldInfo]:
        """The fields that there are."""
        model = model_at(self.kind, self.loc[:-1])
        return fields_of(model) if model else {}

    @cached_property
    def intended(self) -> str | None:
        """The field of the same part that was probably meant."""
        word = self.name.split(WIDE_COLON)[0].strip()
        return _by_description(word, self.known) or nearest(word, self.known)

    @cached_property
    def home(self) -> Keys | None:
        """The part of the record, within this one or around it, that knows a field of this very name."""
        here = find(self.nodes, self.keys[:-1])
        for sibling, node in here.children.items() if here else ():
            model = model_at(self.kind, (*self.loc[:-1], sibling))
            if node.children and model and self.name in fields_of(model) and self.name not in node.children:
                return (*self.keys[:-1], sibling)
        for depth in range(len(self.keys) - 2, -1, -1):
            model, around = model_at(self.kind, self.loc[:depth]), find(self.nodes, self.keys[:depth])
            if around and model and self.name in fields_of(model) and self.name not in around.children:
                return self.keys[:depth]
        return None

    @property
    def meant(self) -> Keys:
        """The place of the field that was meant; that it is missing there need not be told."""
        if self.home is not None:
            return (*self.home, self.name)
        return (*self.keys[:-1], self.intended or "")

    def told(self, file: Location) -> Finding:
        """The finding, at the name of the field."""
        place = file.at(*self.keys[:-1]).key(self.keys[-1])
        if WIDE_COLON in self.name:
            repair = f"改成半角冒号加一个空格：{self.name.replace(WIDE_COLON, ': ', 1)}"
            return Finding(place, f"“{self.name}”里用了全角冒号“{WIDE_COLON}”", repair, CODE)
        if self.home is not None:
            return Finding(place, f"“{self.name}”写在了别处", self._way_home(self.home), CODE)
        others = f"删去它；这里可用的字段：{'、'.join(self.known)}"
        repair = f"是否想写“{self.intended}”？" if self.intended else others
        return Finding(place, f"没有“{self.name}”这个字段", repair, CODE)

    def _way_home(self, home: Keys) -> str:
        """How a field gets to its part: by spaces where every field has a line of its own."""
        name = next((key for key in reversed(home) if isinstance(key, str)), "")
        part = f"它是 {name} 里的字段" if name else "它是最外层的字段"
        here, there = find(self.nodes, self.keys[:-1]), find(self.nodes, home)
        if not here or not there:
            return part
        (line, column), others = here.key_places[self.keys[-1]], list(there.key_places.values())
        in_lines = len({line, *(row for row, _ in others)}) == len(others) + 1
        return (
            f"{part}：这一行应缩进 {others[0][1] - 1} 个空格，现在是 {column - 1} 个"
            if in_lines
            else f"{part}，移到那里"
        )


def _by_description(word: str, known: Mapping[str, FieldInfo]) -> str | None:
    """The field whose Chinese description begins with a word, or ends its first clause with it."""
    clauses = {name: CLAUSE.split(field.description or "")[0].strip() for name, field in known.items()}
    found = [name for name, clause in clauses.items() if clause == word]
    found += [name for name, clause in clauses.items() if len(word) > 1 and clause.endswith(word)]
    return next(iter(found), None)


def find(nodes: Node | None, keys: Keys) -> Node | None:
    """The node at `keys`, or None."""
    node = nodes
    for key in keys:
        node = node.children.get(key) if node else None
    return node
