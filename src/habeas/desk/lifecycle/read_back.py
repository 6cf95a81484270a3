"""A backup that was just written, restored in a process of its own, to see that it can be.

``python -m habeas.desk.lifecycle.read_back FILE FOLDER``: the one-time key, where the file is
encrypted, comes by standard input; what does not verify is printed as JSON. A process of its own,
since one process opens one store.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from habeas.desk.store import DATABASE_VARIABLE, VARIABLE
from habeas.vocabulary import HabeasError


def read_back(file: Path, folder: Path, key: str = "") -> list[str]:
    """Restore a backup into a new folder, which is left there; return what is wrong with it.

    key: a private key that opens the file, "" where it is not encrypted.
    Raises HabeasError where no answer came, as when the memory or the disk is too small.
    """
    # Never the database of the store itself, which the environment may name.
    kept = {name: os.environ[name] for name in os.environ
            if name not in (VARIABLE, DATABASE_VARIABLE)}  # fmt: skip
    done = subprocess.run(  # noqa: S603  (our own module)
        [sys.executable, "-m", __spec__.name, str(file), str(folder)],
        input=key,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return [str(finding) for finding in json.loads(done.stdout)["findings"]]
    except (ValueError, KeyError, TypeError):
        said = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise HabeasError(
            f"The backup could not be read back ({said[0]}); whether it can be restored is unknown."
        ) from None


def main(file: str, folder: str) -> None:
    """Restore a backup and print what is wrong with it."""
    from habeas.desk.lifecycle.encryption import understood  # noqa: PLC0415
    from habeas.desk.lifecycle.opening import restore_store  # noqa: PLC0415  (Django must be ready first)

    key = sys.stdin.read().strip()
    try:
        identities = [understood(key)] if key else []
        findings = restore_store(folder, Path(file), identities=identities, despite_findings=True)
    except HabeasError as error:
        findings = [str(error)]
    sys.stdout.write(json.dumps({"findings": findings}))


if __name__ == "__main__":
    main(*sys.argv[1:])
