"""``habeas serve``: the desk and the public pages, as a web server."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.console import tell
from habeas.cli.stores.first_store import EXAMPLE, begin_by_asking, begin_example
from habeas.cli.stores.store import STORE, Store

EXAMPLES = """
habeas serve
habeas serve --example
habeas serve --store /srv/habeas --port 8080
"""


def serve(
    store: Store = STORE,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8000,
    example: Annotated[
        bool, typer.Option("--example", help="Serve an example case, to be thrown away.")
    ] = False,
) -> None:
    """Serve a store: the desk for its members, and what is published for everybody.

    Where there is no store yet, it offers to begin one. --example begins one with an example case
    in a folder of its own (habeas-example): delete the folder, and nothing of it is left.
    It listens on this machine only. For others, put a web server with HTTPS in front, and name
    the address in the store's store.toml (hosts, https = true).
    """
    from habeas.desk.lifecycle import open_store  # noqa: PLC0415  (Django is slow to load)

    if example and store == STORE:
        store = EXAMPLE
    if not store.exists() or not any(store.iterdir()):
        begin_example(store, "ana") if example else begin_by_asking(store)
    place = open_store(store)
    from habeas.desk.administration import serve as run  # noqa: PLC0415  (only once a store is open)

    tell(f"the desk of {place.root} is at http://{host}:{port}/desk/ (Ctrl-C ends it).")
    run(place, host, port)
