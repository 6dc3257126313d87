"""JupyterLite's file browser finds every file, folder by folder."""

from __future__ import annotations

import json

from weakties.authoring.site.jupyterlite.contents import listed


def test_each_folder_lists_what_is_in_it():
    lists = {
        name: json.loads(data)
        for name, data in listed({"course/a/lesson.ipynb": b"{}", ".weakties/m.json": b"[]"})
    }
    assert {name: [one["path"] for one in made["content"]] for name, made in lists.items()} == {
        "api/contents/all.json": [".weakties", "course"],
        "api/contents/course/all.json": ["course/a"],
        "api/contents/course/a/all.json": ["course/a/lesson.ipynb"],
        "api/contents/.weakties/all.json": [".weakties/m.json"],
    }
    (lesson,) = lists["api/contents/course/a/all.json"]["content"]
    assert (lesson["type"], lesson["size"]) == ("notebook", 2)
