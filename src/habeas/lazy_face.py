"""Faces of rooms that are loaded name by name, when somebody asks for one (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_face(room: str, files: Mapping[str, str]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a room that loads a file of it when a name of it is wanted.

    room: the room's ``__name__``. files: for each name, the file of the room that holds it. Type
    checkers see the same names imported under ``TYPE_CHECKING``.
    """

    def attribute(name: str) -> object:
        if name not in files:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{files[name]}"), name)

    return attribute
