"""A room whose server is killed: the same command goes on, and so does every page that is open."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.conftest import PATIENCE_MS
from browser.test_room import join
from deploy.hub.small_hub import three_free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

GUESS, LOST = "a think tank", "The room can't be reached; trying again …"
WEAKTIES = Path(sys.executable).with_name("weakties")


@contextmanager
def opened(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a room's process and what it printed before the last line; kill it where it runs yet."""
    words = (
        WEAKTIES,
        "teach",
        "room",
        "--units",
        "purpose",
        "--port",
        str(port),
        "--rehearse",
        "2",
    )
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = ""
        while "Ctrl-C closes" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        try:
            yield process, said
        finally:
            process.kill()


def test_a_room_that_was_killed_goes_on_and_its_open_pages_with_it(
    tmp_path: Path, page: Page
) -> None:
    port = three_free_ports()
    browser = page.context.browser
    assert browser
    phone = browser.new_context(viewport={"width": 390, "height": 844})
    phone.set_default_timeout(PATIENCE_MS)
    wall, ann = page.context.new_page(), phone.new_page()
    with opened(tmp_path, port) as (process, said):
        found = dict(re.findall(r"(\w+)[^\n]*?(http\S+)", said))
        code = re.findall(r"the code (\w+)", said)[0]
        page.goto(found["Your"])
        wall.goto(found["The"])
        join(ann, found["People"], code)
        page.get_by_role("button", name="Ask").first.click()
        ann.get_by_label(GUESS).check()
        ann.get_by_label("3 ·").check()
        ann.get_by_role("button", name="Send").click()
        expect(wall.locator("#votes")).to_have_text("3 of 3")
        while GUESS not in (tmp_path / ".weakties" / "open-rehearsal.json").read_text("utf-8"):
            page.wait_for_timeout(100)
        process.kill()
    expect(ann.get_by_role("status")).to_have_text(LOST)
    with opened(tmp_path, port) as (process, said):
        assert "it goes on, with the same code and votes" in said
        assert code in said
        expect(ann.get_by_text(LOST)).to_have_count(0)
        page.get_by_role("button", name="Show votes").click()
        expect(wall.get_by_text(GUESS)).to_be_visible()
        expect(ann.get_by_text("Talk with your neighbor")).to_be_visible()
        page.get_by_text("End", exact=True).click()
        page.get_by_role("button", name="Close the room").click()
        expect(ann.get_by_role("status")).to_contain_text("The room is closed")
        assert process.wait(60) == 0
    phone.close()
