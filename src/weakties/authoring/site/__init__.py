"""The site: the course as static pages, to read, and to play in a browser without a kernel."""

from weakties.authoring.site.build import Built, Wanted, build

__all__ = ["Built", "Wanted", "build"]
