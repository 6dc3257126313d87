"""The store: two kernels at once, a kill at any moment, a full disk, a file from elsewhere."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.progress import Line, Store, here
from weakties.progress.store import NotKept

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from("AB"), st.just(0)),
        st.tuples(st.just("killed"), st.sampled_from("AB"), st.integers(0, 200)),
        st.tuples(st.just("read"), st.just(""), st.just(0)),
    ),
    max_size=30,
)
WRITE_FOR_EVER = """
import sys
from pathlib import Path
from weakties.progress import Line, Store
store, number = Store(Path(sys.argv[1])), 0
while True:
    number += 1
    store.append(Line.now("hint", question=f"{sys.argv[2]}-q{number}", step=1))
    print(number, flush=True)
"""


def a_hint(question, step=1):
    return Line.now("hint", question=question, step=step)


def a_card_that_went(word):
    return Line.now("recalled", card="photo-glance", went=word).as_text()


def put(store, text):
    with store.path.open("ab") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


@settings(max_examples=1000, deadline=None, database=None)
@given(steps=STEPS)
def test_whatever_two_kernels_write_in_turn_one_reader_finds_all_that_was_written_whole(
    tmp_path_factory, steps
):
    folder = tmp_path_factory.getbasetemp() / "interleaved"
    (folder / ".weakties").mkdir(parents=True, exist_ok=True)
    Store(folder).forget()
    kernels, reader = {name: Store(folder) for name in "AB"}, Store(folder)
    written: set[str] = set()
    for number, (step, name, cut) in enumerate(steps):
        line = a_hint(f"{name}-q{number}")
        whole = f"\n{line.as_text()}".encode()
        if step == "write":
            kernels[name].append(line)
            written.add(line.told["question"])
        elif step == "killed":
            # All that a kill can do is to cut the one write short.
            put(kernels[name], whole[:cut])
            if cut >= len(whole):
                written.add(line.told["question"])
        assert step != "read" or set(reader.read().hints) == written
    assert set(reader.read().hints) == written
    assert Store(folder).read() == reader.read()


def test_a_kernel_that_is_killed_loses_nothing_that_it_had_written(folder):
    kernels = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE_FOR_EVER, folder, name], stdout=subprocess.PIPE, text=True
        )
        for name in "AB"
    ]
    said: list[int] = []
    for kernel in kernels:
        assert kernel.stdout.readline() == "1\n"
    time.sleep(0.05)
    for kernel in kernels:
        kernel.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        rest, _ = kernel.communicate()
        said.append(int((rest.split() or ["1"])[-1]))
    record = Store(folder).read()
    wanted = {
        f"{name}-q{number}"
        for name, last in zip("AB", said, strict=True)
        for number in range(1, last + 1)
    }
    assert wanted <= set(record.hints)
    assert record.broken == 0


def test_a_broken_line_is_counted_and_spoils_no_other(folder):
    store = Store(folder)
    store.append(a_hint("photo-q1"))
    put(store, '\n{"v": 1, "at": "2026-10')
    put(store, b"\n\xff\xfe")
    put(store, '\n["a list"]\n{"v": 1, "at": "2026-10-03T09:00:00", "what": "hint"}')
    put(store, f"\n{a_card_that_went('well')}")
    store.append(a_hint("photo-q2"))
    record = store.read()
    assert (set(record.hints), record.broken, record.later) == ({"photo-q1", "photo-q2"}, 5, 0)
    assert record.recalled == {}


def test_how_a_card_went_is_counted_in_the_order_of_its_lines(folder):
    store = Store(folder)
    for word in ("good", "good", "again", "easy"):
        put(store, f"\n{a_card_that_went(word)}")
    assert store.read().recalled["photo-glance"].box == 2


@pytest.mark.parametrize("version", [1, 2])
def test_lines_of_a_newer_version_or_kind_are_left_alone_and_one_sentence_says_so_once(
    folder, version
):
    newer = f'\n{{"v": {version}, "at": "2030-01-01T00:00:00+00:00", "what": "dreamed", "of": "x"}}'
    put(Store(folder), newer)
    mine = here()
    assert "newer weakties" in mine.note(a_hint("photo-q1"))
    assert mine.note(a_hint("photo-q2")) == ""
    assert set(mine.record.hints) == {"photo-q1", "photo-q2"}
    assert (mine.record.later, mine.record.broken) == (1, 0)
    assert newer in mine.store.path.read_text(encoding="utf-8")


def test_a_file_that_is_deleted_or_replaced_meanwhile_is_read_anew(folder):
    store, other = Store(folder), Store(folder)
    store.append(a_hint("photo-q1"))
    assert set(store.read().hints) == {"photo-q1"}
    assert other.forget()
    assert store.read().is_empty
    assert not other.forget()
    store.append(a_hint("photo-q2"))
    assert set(store.read().hints) == {"photo-q2"}


@pytest.mark.parametrize(
    ("problem", "says"),
    [(errno.EROFS, "Read-only file system"), (errno.ENOSPC, "No space left"), (None, "full")],
)
def test_where_nothing_can_be_written_one_sentence_says_so_and_the_kernel_remembers(
    folder, monkeypatch, problem, says
):
    mine = here()
    mine.note(a_hint("photo-q1"))

    def write(_file, data):
        if problem:
            raise OSError(problem, os.strerror(problem))
        return len(data) - 5

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write)
        said = mine.note(a_hint("photo-q2"))
        assert says in said
        assert "is not kept" in said
        assert mine.note(a_hint("photo-q3")) == ""
    assert set(mine.record.hints) == {"photo-q1", "photo-q2", "photo-q3"}
    assert set(Store(folder).read().hints) == {"photo-q1"}


def test_a_folder_where_the_file_belongs_is_a_sentence_too(folder):
    (folder / ".weakties" / "progress.jsonl").mkdir()
    assert "is not kept" in here().note(a_hint("photo-q1"))
    assert set(here().record.hints) == {"photo-q1"}
    with pytest.raises(NotKept):
        Store(folder).forget()


def test_only_its_owner_may_read_it(folder):
    here().note(a_hint("photo-q1"))
    path = folder / ".weakties" / "progress.jsonl"
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
