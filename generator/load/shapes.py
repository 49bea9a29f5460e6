# SPDX-License-Identifier: Apache-2.0
"""Which model stands at a place inside a record, and which place does a validation error mean?

pydantic names a place by keys, indexes and, where a value may be one of several models, by tags that do
not stand in the file; here tags are told from keys, and places lead to models and their fields.
"""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, TypeAdapter
from pydantic.fields import FieldInfo

from generator.base.location import Key, Keys

KEY_ITSELF = "[key]"  # how pydantic ends a place where not the value of a key is wrong but the key


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file must hold: a model, or a list of models."""

    kind: Any
    adapter: TypeAdapter[Any]

    @classmethod
    def of(cls, kind: Any) -> "Shape":
        """The shape with its validator made ready."""
        return cls(kind, TypeAdapter(kind))


def keys_of(loc: Sequence[Key], data: Any) -> Keys:
    """The keys that stand in the file, tags left out; a missing last key is kept."""
    steps = tuple(loc)
    if steps[-1:] == (KEY_ITSELF,):
        steps = steps[:-1]
    readings = list(_readings(steps, data))
    return next((keys for keys in readings if _leads_somewhere(keys, data)), readings[0] if readings else ())


def _leads_somewhere(keys: Keys, data: Any) -> bool:
    """Whether all the keys stand in the data."""
    for key in keys:
        inside = _members(data)
        if key not in inside:
            return False
        data = inside[key]
    return True


def _members(data: Any) -> Mapping[Any, Any]:
    """What is inside a mapping by key or a list by number."""
    return data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}


def _readings(loc: Keys, data: Any) -> Iterator[Keys]:
    """Every way in which `loc` can be followed into `data`, the likeliest first."""
    if not loc:
        yield ()
        return
    head, rest = loc[0], loc[1:]
    inside = _members(data)
    if head in inside:
        yield from ((head, *keys) for keys in _readings(rest, inside[head]))
    if rest:
        yield from _readings(rest, data)
    elif head not in inside:
        yield (head,)


def model_at(kind: Any, loc: Sequence[Key]) -> type[BaseModel] | None:
    """The model that a pydantic location leads to from `kind`, None if it leads to none."""
    options = _options(kind_at(kind, loc))
    return options[0][1] if len(options) == 1 and _is_model(options[0][1]) else None


def kind_at(kind: Any, loc: Sequence[Key]) -> Any:
    """The type, with all that is demanded of it, that a pydantic location leads to from `kind`."""
    if not loc:
        return kind
    options = _options(kind)
    if len(options) > 1:
        return kind_at(dict(options).get(loc[0]), loc[1:])
    inner = options[0][1]
    if _is_model(inner):
        field = fields_of(inner).get(str(loc[0]))
        return kind_at(_whole(field), loc[1:]) if field else None
    members = [argument for argument in get_args(inner) if argument is not Ellipsis]
    if get_origin(inner) is dict:
        return members[0] if loc[1:] == (KEY_ITSELF,) else kind_at(members[1], loc[1:])
    return kind_at(members[0], loc[1:]) if members else None


def _whole(field: FieldInfo) -> Any:
    """The type of a field with the bounds that pydantic keeps beside it."""
    kind: Any = field.annotation
    for bound in field.metadata:
        kind = Annotated[kind, bound]
    return kind


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields by the names that editors type."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def marked(kind: Any, mark: object) -> bool:
    """Whether a type, or a part of it, carries a mark."""
    own = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return any(each is mark for each in own) or any(marked(part, mark) for part in get_args(kind))


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _options(kind: Any) -> list[tuple[Key | None, Any]]:
    """What a value of this type may be, each with its tag if it has one; None is left out."""
    if get_origin(kind) is Annotated:
        inner, *metadata = get_args(kind)
        tag = next((m.tag for m in metadata if isinstance(m, Tag)), None)
        options = _options(inner)
        return [(tag, options[0][1])] if tag else options
    if get_origin(kind) in {Union, types.UnionType}:
        return [option for part in get_args(kind) if part is not type(None) for option in _options(part)]
    return [(None, kind)]
