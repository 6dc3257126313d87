"""The effects that the cards of ``message`` say were planted are there, in every edition."""

from __future__ import annotations

import pytest

from weakties.data import about, load
from weakties.data.message.phrases import MARKS
from weakties.measures import wilson_interval

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(4))])


def size(dataset, effect):
    return about(dataset).size_of(effect)


def yes(column):
    return (column == "yes").astype(float)


def test_of_a_hundred_invitations_those_with_a_note_are_accepted_far_more(edition):
    sends = load("sends", edition)
    shares = yes(sends["accepted"]).groupby(sends["variant"]).mean()
    for kind in ("blank", "note"):
        assert shares[kind] == pytest.approx(size("sends", f"{kind}_accepted"), abs=0.07)
    blank, note = (wilson_interval(50 * shares[kind], 50) for kind in ("blank", "note"))
    assert blank[1] < note[0]


def test_no_lot_was_drawn_the_place_on_the_page_decides_who_gets_a_note(edition):
    sends = load("sends", edition)
    assert len(sends) == 100
    assert ((sends["place"] > 5) == (sends["variant"] == "note")).all()


def test_each_group_of_recipients_accepts_as_planted(edition):
    table = load("recipients", edition)
    accepted = yes(table["accepted"])
    blank = accepted.groupby(table["recipient"]).mean()
    note = accepted.groupby(table["variant"]).mean()
    assert blank["recruiter"] == pytest.approx(size("recipients", "blank_recruiters"), abs=0.08)
    assert blank["other"] == pytest.approx(size("recipients", "blank_others"), abs=0.08)
    for kind in ("template", "tailored"):
        assert note[kind] == pytest.approx(size("recipients", kind), abs=0.08)


def test_only_the_tailored_note_beats_blanks_to_every_mix_of_people(edition):
    table = load("recipients", edition)
    accepted = yes(table["accepted"])
    blank = accepted.groupby(table["recipient"]).mean()
    note = accepted.groupby(table["variant"]).mean()
    assert blank["other"] < note["blank"] < note["template"] < blank["recruiter"]
    assert blank["recruiter"] < note["tailored"]
    assert (table["recipient"].isna() == (table["variant"] != "blank")).all()


def test_answers_fall_with_length_and_the_printed_figures_average_out(edition):
    table = load("lengths", edition)
    for effect, printed in zip(
        ("short", "medium", "long", "longest"), table["vs_average_pct"], strict=True
    ):
        assert printed == pytest.approx(size("lengths", effect), abs=9)
    assert table["vs_average_pct"].is_monotonic_decreasing
    mean = (table["vs_average_pct"] * table["messages"]).sum() / table["messages"].sum()
    assert mean == pytest.approx(0, abs=0.06)


def test_middle_notes_are_accepted_most_and_blanks_are_missing_notes(edition):
    notes = load("notes", edition)
    length = notes["note"].str.len()
    kinds = {
        "blank": length.isna(),
        "short": length <= 100,
        "middle": length.between(101, 200),
        "long": length.between(201, 300),
    }
    shares = {kind: yes(notes.loc[rows, "accepted"]).mean() for kind, rows in kinds.items()}
    assert sum(rows.sum() for rows in kinds.values()) == len(notes)
    for kind, share in shares.items():
        assert share == pytest.approx(size("notes", f"{kind}_accepted"), abs=0.11)
    assert max(shares, key=shares.get) == "middle"


def test_some_notes_have_just_the_longest_length_of_their_bin(edition):
    counts = load("notes", edition)["note"].str.len().value_counts()
    assert min(counts[100], counts[200]) >= 8


@pytest.fixture
def stages(edition):
    """Return what became of each kind of invitation over all months."""
    return load("funnel", edition).groupby("variant")[["sent", "accepted", "replied"]].sum()


def test_each_kind_of_invitation_leads_at_another_stage(edition, stages):  # noqa: ARG001
    assert (stages["accepted"] / stages["sent"]).idxmax() == "blank"
    assert (stages["replied"] / stages["accepted"]).idxmax() == "pitch"
    assert (stages["replied"] / stages["sent"]).idxmax() == "question"
    assert stages["replied"].idxmax() == "blank"


def test_replies_follow_acceptances_as_planted(edition, stages):  # noqa: ARG001
    for kind, share in (stages["replied"] / stages["accepted"]).items():
        assert share == pytest.approx(size("funnel", f"{kind}_replied"), rel=0.25)


def test_the_more_is_sent_in_a_month_the_fewer_are_accepted(edition):
    funnel = load("funnel", edition)
    shares = funnel.assign(share=funnel["accepted"] / funnel["sent"])
    by_month = shares.pivot(index="month", columns="variant", values="share")
    first, last = by_month.iloc[0], by_month.iloc[-1]
    for kind in by_month:
        assert last[kind] == pytest.approx(size("funnel", f"{kind}_accepted"), rel=0.2)
        assert first[kind] == pytest.approx(size("funnel", "care") * last[kind], rel=0.4)


def test_the_rules_phrases_stand_in_as_many_messages_as_planted(edition):
    table = load("first_messages", edition)
    flagged = table["text"].str.contains("|".join(MARKS), case=False)
    template = table["template"] == "yes"
    assert template.mean() == pytest.approx(size("first_messages", "template_share"), abs=0.001)
    assert flagged[template].mean() == pytest.approx(
        size("first_messages", "template_marked"), abs=0.07
    )
    assert flagged[~template].mean() == pytest.approx(
        size("first_messages", "own_marked"), abs=0.06
    )


def test_two_of_the_clippings_figures_do_not_fit_the_others(edition):
    printed = load("clipping", edition).set_index("figure")["printed"]
    share = 100 * printed["with a note"] / printed["invitations"]
    gap = printed["accepted with a note"] - printed["accepted without a note"]
    fitting = {
        "share with a note": share,
        "share without a note": 100 - share,
        "gap": gap,
        "people gained": printed["with a note"] * gap / 100,
    }
    unfit = [name for name, value in fitting.items() if abs(printed[name] - value) > 0.51]
    assert unfit == ["share without a note", "people gained"]
    assert len(unfit) == size("clipping", "unfit")
    assert printed["people gained"] == pytest.approx(printed["invitations"] * gap / 100, abs=0.51)


def test_the_clippings_sentences_say_its_figures(edition):
    for row in load("clipping", edition).itertuples():
        assert any(form in row.sentence for form in (f"{row.printed:,.0f}", f"{row.printed:g}"))
