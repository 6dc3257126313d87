"""Links of the project's texts lead to pages of the site, or are words."""

from __future__ import annotations

import pytest

from weakties.authoring.site.links import relinked, section

PAGES = {
    "docs/claims.md": "claims.md",
    "docs/grading.md": "handbook/grading.md",
    "course/photo/lesson.ipynb": "units/photo.md",
}


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("[a](grading.md#feedback)", "[a](handbook/grading.md#feedback)"),
        ("[b](../course/photo/lesson.ipynb)", "[b](units/photo.md)"),
        ("[c](../tests/test_floors.py)", "c"),
        ("[`d`](../data)", "`d`"),
        ("[e](https://example.org/x)", "[e](https://example.org/x)"),
        ("[f](#here)", "[f](#here)"),
        ("```\n[g](grading.md)\n```", "```\n[g](grading.md)\n```"),
        ("`````\n```\n`````\n[h](grading.md)", "`````\n```\n`````\n[h](handbook/grading.md)"),
    ],
)
def test_a_link_leads_to_the_page_or_is_a_word(text, becomes):
    assert relinked(text, was="docs/claims.md", becomes="claims.md", pages=PAGES) == becomes


def test_a_link_is_seen_from_where_the_page_lies():
    text = "[a](../docs/claims.md)"
    found = relinked(text, was="course/x.md", becomes="handbook/x.md", pages=PAGES)
    assert found == "[a](../claims.md)"


def test_a_section_ends_where_the_next_begins():
    text = "# T\n\n## A\n\none\n\n### B\n\ntwo\n\n## C\n\nthree\n"
    assert section(text, "A") == "one\n\n### B\n\ntwo\n"
    with pytest.raises(ValueError, match="'D'"):
        section(text, "D")
