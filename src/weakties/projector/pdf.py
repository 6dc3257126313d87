"""A page as PDF, by a browser that is on this machine anyway."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from weakties.course import CourseError
from weakties.pages.file import write_page

_BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PATIENCE = 180


def write_pdf(page: str, path: Path) -> None:
    """Print a page that needs no other file.

    Raises
    ------
    CourseError
        If there is no browser that prints, or it does not.
    """
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        raise CourseError(
            "There is no Chromium, Chrome or Edge here that prints. Write the page with "
            "`--print slides.html`, and print it from your browser."
        )
    if path.exists():
        raise CourseError(f"“{path}” is there already. Give a new name.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "slides.html"
        write_page(page, source)
        # A browser does not shut in who may do everything anyway; the page holds no script.
        alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [browser, "--headless", "--disable-gpu", *alone, "--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder}/own", f"--print-to-pdf={path.absolute()}"]
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [*command, source.as_uri()], capture_output=True, timeout=_PATIENCE, check=True
            )
    if not path.exists():
        raise CourseError(
            f"{browser} did not print. Write the page with `--print slides.html`, and print it "
            "from your browser."
        )
