"""A process that has imported everything and opened nothing, so that its children start at once."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import tempfile

from torture.kills import tracing
from torture.kills.templates import write_files
from torture.kills.verbs import INIT, typed
from torture.kills.world import World


def warm(world: World) -> None:
    """Make this process ready for the store of a world, whatever copy of it stands there."""
    os.environ.pop("HABEAS_DATABASE", None)
    os.environ.pop("HABEAS_STORE", None)
    os.environ["TMPDIR"] = str(world.inside / "tmp")
    tempfile.tempdir = str(world.inside / "tmp")
    write_files(world)
    if tracing.run(world.doing(typed("init", *INIT))):
        raise RuntimeError(world.said.read_text(errors="replace"))
    from habeas.desk.store.django_setup import make_ready  # noqa: PLC0415
    from habeas.desk.store.location import StoreLocation  # noqa: PLC0415

    make_ready(StoreLocation.read(world.inside / "store"))
    for package in ("habeas.desk", "habeas.cli", "habeas.dossier", "habeas.formats"):
        _import_all(package)
    _draw_nothing()
    gc.freeze()


def _draw_nothing() -> None:
    """Leave the charts empty: to draw them writes no file, and takes the most time by far."""
    from habeas.dossier.names.spelling import folded_words  # noqa: PLC0415
    from habeas.dossier.pages import charts  # noqa: PLC0415

    charts.BandChart.svg = lambda *_: "<svg></svg>"  # type: ignore[method-assign]
    prepared = getattr(folded_words, "_patterns", None)
    if callable(prepared):  # a second's work that is kept for the life of a process
        prepared()


def _import_all(package: str) -> None:
    room = importlib.import_module(package)
    for found in pkgutil.walk_packages(room.__path__, f"{package}."):
        if "migrations" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
