"""Every page of the handbooks is in the site's contents."""

from __future__ import annotations

from weakties.authoring.site.sources import OWN, pages_of
from weakties.course import load_course


def test_no_handbook_is_missing():
    course = load_course()
    own = "\n".join(path.read_text("utf-8") for path in (course.root / OWN).glob("*.md"))
    handbooks = [page for page in pages_of(course).values() if page.startswith("handbook/")]
    listed = own.splitlines()
    assert [page for page in handbooks if page.removesuffix(".md") not in listed] == []
