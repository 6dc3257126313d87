"""What an attacker finds in a copy without names is at most what is printed when it is made.

Each attacker knows something of the people in the archive, holds the copy, and says whom they
recognize. A guess counts only if it leaves one candidate and that one is right. The key with which
the copy was made tells the test, and nobody else, who is who.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from weakties.linkedin import read
from weakties.linkedin.pseudonym.copy import K, pseudonymized
from weakties.linkedin.pseudonym.key import Key
from weakties.linkedin.pseudonym.lengths import at_most
from weakties.linkedin.pseudonym.revealed import revealed_by, traits_of, writing_of
from weakties.linkedin.sample import write_sample

KEY = Key(b"known to this test alone")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("attacks") / "Basic_LinkedInDataExport_10-03-2026.zip"
    write_sample(path)
    return read(path)


@pytest.fixture(scope="module")
def copy(archive):
    return replace(archive, **vars(pseudonymized(archive, KEY)))


@pytest.fixture(scope="module")
def printed(copy):
    return revealed_by(copy)


def recognized(known, seen, truth):
    """Return the share of cases of which one candidate is left, who is the right one.

    `known` gives what the attacker expects to see of each case, `seen` what the copy shows of each.
    """
    candidates = defaultdict(list)
    for case, shows in seen.items():
        candidates[shows].append(case)
    hits = sum(candidates[expects] == [truth(case)] for case, expects in known.items())
    return hits / len(known)


def in_copy(slug):
    return KEY.digits("slug", slug)


def by_slug(export, values):
    return dict(zip(export.people["slug"], values, strict=True))


def coarse(archive, copy, values):
    """Return values of the archive's people with what the copy's rules make of their traits.

    The strongest attacker has everybody's public profile and these rules, which are open.
    """
    kept = by_slug(copy, traits_of(copy.people))
    return {slug: (kept[in_copy(slug)], value) for slug, value in by_slug(archive, values).items()}


def talks_of(export, length):
    """Return the conversations of an export: months, senders in their order, lengths."""
    rows = export.messages.sort_values("sent_at", kind="stable")
    return {
        thread: [
            (when.strftime("%Y-%m"), sender, length(text))
            for when, sender, text in zip(
                part["sent_at"], part["sender"], part["content"], strict=True
            )
        ]
        for thread, part in rows.groupby("conversation")
    }


def lengths(talks):
    return {thread: tuple(length for *_, length in said) for thread, said in talks.items()}


def whole(export, talks):
    """Return all that is seen of a conversation: its size, months, turns and lengths."""
    found = {}
    inside = sizes(export)
    for thread, said in talks.items():
        turns = list(dict.fromkeys(sender for _, sender, _ in said))
        found[thread] = (
            inside[thread],
            tuple((month, turns.index(sender), length) for month, sender, length in said),
        )
    return found


def sizes(export):
    """Return how many people are in each conversation, by the names in it."""
    rows = export.messages[["conversation", "sender", "recipients"]]
    return {
        thread: len({name for row in part.itertuples(index=False) for name in named(row)})
        for thread, part in rows.groupby("conversation")
    }


def named(row):
    return {row.sender, *row.recipients.split(", ")}


def thread_in_copy(thread):
    return KEY.digits("thread", thread)


def class_of(text):
    return at_most(str(len(text))) if text else ""


def as_it_is(text):
    return text


def test_with_everybodys_public_profile(archive, copy, printed):
    nothing = [()] * len(archive.people)
    known = coarse(archive, copy, nothing)
    seen = {slug: (traits, ()) for slug, traits in by_slug(copy, traits_of(copy.people)).items()}

    assert recognized(known, seen, in_copy) <= printed.people == 0
    exact = by_slug(archive, traits_of(archive.people))
    assert recognized(exact, exact, str) > 0.9, "in the archive itself the same attack finds them"


def test_with_public_profiles_and_the_months_in_which_one_wrote(archive, copy, printed):
    known = coarse(archive, copy, writing_of(archive))
    seen = by_slug(copy, zip(traits_of(copy.people), writing_of(copy), strict=True))

    found = recognized(known, seen, in_copy)

    assert 0 < found <= printed.people_writing


def test_by_the_lengths_of_the_messages_of_a_conversation(archive, copy, printed):
    known, seen = lengths(talks_of(archive, class_of)), lengths(talks_of(copy, as_it_is))

    assert 0 < recognized(known, seen, thread_in_copy) <= printed.conversations
    exact = lengths(talks_of(archive, len))
    assert recognized(exact, exact, str) > 2 * printed.conversations


def test_with_all_that_one_knows_of_a_conversation_but_its_words(archive, copy, printed):
    known = whole(archive, talks_of(archive, class_of))
    seen = whole(copy, talks_of(copy, as_it_is))

    assert 0 < recognized(known, seen, thread_in_copy) <= printed.conversations_known


def test_by_how_many_sit_in_a_group(archive, copy, printed):
    known = {thread: size for thread, size in sizes(archive).items() if size > 2}
    seen = {thread: size for thread, size in sizes(copy).items() if size > 2}

    assert recognized(known, seen, thread_in_copy) <= printed.groups


def test_by_the_order_of_the_rows(archive, copy):
    right = [
        in_copy(slug) == found
        for slug, found in zip(archive.people["slug"], copy.people["slug"], strict=True)
    ]

    assert sum(right) / len(right) <= 1 / K


def test_by_public_endorsements_and_recommendations(copy):
    for table in (copy.endorsements, copy.recommendations):
        told = table.drop(columns=["line", "direction", "status"]).astype(str)
        assert len(table) > 1
        assert len(told.drop_duplicates()) == 1
