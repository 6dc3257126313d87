"""Find the browser that the tests play in; install one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LIGHTEST = "chromium-headless-shell"
"""Chromium without a desktop browser around its pages: the same tests take a fifth less of a processor."""
ON_PATH = (
    LIGHTEST,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser() -> Path | None:
    """Return a Chromium-family browser on this machine, or None."""
    return _on_path() or _in_usual_place() or _of_playwright()


def install_commands(*, root: bool, debian: bool, apt: bool) -> list[list[str]]:
    """Return the commands that install a browser; each later one is for when those before failed.

    Ubuntu's package is a stub for snap, which containers lack: only Debian's own will do.
    """
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if not (root and apt):
        return [playwright]
    from_debian = [
        ["sh", "-c", f"apt-get -qq update && apt-get -qq install -y {package}"]
        for package in (LIGHTEST, "chromium")
    ]
    return [*(from_debian if debian else []), [*playwright, "--with-deps"]]


def main() -> int:
    """Make sure that there is a browser; return an exit code."""
    if find_browser():
        return 0
    print("The browser tests need Chromium and found none: installing it ...", flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in install_commands(root=_is_root(), debian=_is_debian(), apt=_has_apt()):
        installed = subprocess.call(command, env=environment, stdout=subprocess.DEVNULL) == 0
        if installed and find_browser():
            return 0
    print(
        "No browser could be installed. Install Chromium, Chrome or Edge yourself "
        "(or check that this machine is online), then run this again.",
        file=sys.stderr,
    )
    return 1


def _on_path() -> Path | None:
    return next((Path(found) for name in ON_PATH if (found := shutil.which(name))), None)


def _in_usual_place() -> Path | None:
    folders = [Path(os.environ[name]) for name in WINDOWS_FOLDERS if name in os.environ]
    places = [Path(place) for place in MACOS]
    places += [folder / place for folder in folders for place in WINDOWS]
    return next((place for place in places if place.is_file()), None)


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        place = Path(playwright.chromium.executable_path)
    return place if place.is_file() else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def _has_apt() -> bool:
    return shutil.which("apt-get") is not None


if __name__ == "__main__":
    sys.exit(main())
