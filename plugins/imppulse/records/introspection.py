"""What the models of the records say of a path: its keys, and whether readers read its text."""

from __future__ import annotations

import types
from typing import Annotated, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from imppulse.records.record import Record
from imppulse.records.text import Text
from imppulse.records.tree import Path


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model inside ``X``, ``X | None`` or ``list[X]``."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (list, Union, types.UnionType):
        return next((found for arg in get_args(annotation) if (found := model_in(arg))), None)
    return None


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the mapping at a path; ``None`` where no mapping belongs."""
    here: type[BaseModel] | None = model
    for key in path:
        if here and isinstance(key, str):
            field = here.model_fields.get(key)
            here = model_in(field.annotation) if field else None
    return here


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that a mapping at a path may have."""
    here = model_at(model, path)
    if here is None:
        return []
    return [name for name in here.model_fields if name != "id" or not issubclass(here, Record)]


def is_free_text(model: type[BaseModel], path: Path) -> bool:
    """Tell whether a value is words for readers, and no id, word of a list, number or address."""
    names = [key for key in path if isinstance(key, str)]
    parent = model_at(model, tuple(names[:-1]))
    field = parent.model_fields.get(names[-1]) if parent and names else None
    return field is not None and _is_text(field.annotation, tuple(field.metadata))


def _is_text(annotation: object, metadata: tuple[object, ...] = ()) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _is_text(inner, tuple(more))
    if get_args(annotation):
        return any(_is_text(argument, metadata) for argument in get_args(annotation))
    if not isinstance(annotation, type):
        return False
    bare = annotation is str and not any(isinstance(one, AfterValidator) for one in metadata)
    return bare or issubclass(annotation, Text)
