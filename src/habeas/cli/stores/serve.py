"""``habeas serve``: the desk and the public pages, as a web server."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.console import tell
from habeas.cli.stores.store import STORE, Store

EXAMPLES = """
habeas serve
habeas serve --store /srv/habeas --port 8080
"""


def serve(
    store: Store = STORE,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8000,
) -> None:
    """Serve a store: the desk for its members, and what is published for everybody.

    It listens on this machine only. For others, put a web server with HTTPS in front, and name
    the address in the store's store.toml (hosts, https = true).
    """
    from habeas.desk.lifecycle import open_store  # noqa: PLC0415  (Django is slow to load)

    place = open_store(store)
    from habeas.desk.administration import serve as run  # noqa: PLC0415  (only once a store is open)

    tell(f"the desk of {place.root} is at http://{host}:{port}/desk/ (Ctrl-C ends it).")
    run(place, host, port)
