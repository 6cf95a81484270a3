"""Takes the pictures of this manual anew: python docs/pictures.py (needs Debian's chromium)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
PICTURE = Path(__file__).parent / "dossier.png"


def main() -> None:
    """Publish the bundled case into a folder of its own, and take its front page."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "habeas", "demo", "--out", folder, "--no-open"]
        subprocess.run(command, check=True)  # noqa: S603  (our own program)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1080, "height": 1480})
            page.goto((Path(folder) / "dossier" / "index.html").as_uri())
            page.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    main()
