"""Look a built site over: every link leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOADS = {"audio": "src", "iframe": "src", "img": "src", "script": "src", "source": "src"}


class _Page(HTMLParser):
    """Collects what a page links to, what it loads, and the places in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.places |= {value for name in ("id", "name") if (value := found.get(name))}
        if tag == "a" and (link := found.get("href")):
            self.links.append(link)
        rel = found.get("rel") or ""
        if tag == "link" and rel not in ("canonical", "next", "prev") and found.get("href"):
            self.loads.append(str(found["href"]))
        if tag in _LOADS and (source := found.get(_LOADS[tag])):
            self.loads.append(source)


def wrong_with(site: Path) -> list[str]:
    """Return a line for each link that leads nowhere, and each thing loaded from elsewhere."""
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    return [
        f"{path.relative_to(site).as_posix()}: {line}"
        for path, page in pages.items()
        for line in _wrong(site, path, page, pages)
    ]


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


def _wrong(site: Path, path: Path, page: _Page, pages: dict[Path, _Page]) -> Iterator[str]:
    for link in (*page.links, *page.loads):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            if link in page.loads and parts.scheme != "data":
                yield f"loads {link}"
            elif parts.scheme == "file":
                yield f"links to {link}"
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        place = unquote(parts.fragment) if link in page.links and target in pages else ""
        if not target.is_relative_to(site.resolve()) or not target.is_file():
            yield f"links to {link}, which is not there"
        elif place and place not in pages[target].places:
            yield f"links to {link}, where there is no such place"
