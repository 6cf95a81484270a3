"""Where charts are not installed, a dossier tells the same in tables."""

from __future__ import annotations

import sys

import pytest

from habeas.drawing import drawn
from habeas.vocabulary import MissingExtra


def test_a_picture_alone_says_which_extra_draws_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtra, match=r"habeas\[charts\]"):
        drawn({})
