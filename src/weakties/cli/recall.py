"""``weakties recall``: asks what is due, one card at a time, and keeps how it went."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Work

if TYPE_CHECKING:
    from weakties.progress import Here
    from weakties.progress.spacing import Went
    from weakties.recall import Card

_KEYS: dict[str, Went] = {"a": "again", "h": "hard", "g": "good", "e": "easy"}
_ASKED = "How did it go? a: again, h: hard, g: good, e: easy; q: stop here"


def recall(
    folder: Work = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Ask of all units, begun or not.")
    ] = False,
    anki: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.apkg",
            help="Write the cards of all units for Anki: as a deck, or as text where FILE is no .apkg.",
        ),
    ] = None,
) -> None:
    """Ask what you learned: a dozen cards at most, of the units that you have begun.

    Say the answer to yourself, look at it, and say how it went. What you know comes back later and
    later, by Leitner's boxes; what you don't, the same day. All of it stays on this machine.
    """
    from weakties.course import load_course
    from weakties.recall import cards_of
    from weakties.workshop import WorkshopError, found_folder

    if anki:
        course = load_course()
        _write(anki, cards_of(course.root, course.ready))
        return
    try:
        work = found_folder(folder)
    except WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    _ask_all(work, everything=everything)


def _ask_all(work: Path, *, everything: bool) -> None:
    from datetime import UTC, datetime

    from weakties.course import load_course
    from weakties.data.editions import current_edition
    from weakties.progress import here
    from weakties.progress.spacing import day_of
    from weakties.progress.standing import standings
    from weakties.recall import begun, cards_of, due, in_words

    course, kept = load_course(), here(work)
    record, today = kept.record, day_of(datetime.now(UTC))
    found = course.ready if everything else begun(standings(course, record, current_edition(work)))
    cards = cards_of(course.root, found)
    typer.echo(in_words(cards, record, today))
    for number, card in enumerate(asked := due(cards, record, today), start=1):
        typer.echo(f"\n{number} of {len(asked)} · {card.question}")
        if not _ask(card, kept):
            return
    if asked:
        typer.echo(f"\nDone. {in_words(cards, kept.record, today)}")


def _ask(card: Card, kept: Here) -> bool:
    """Ask one card and keep how it went; return whether to go on."""
    from weakties.progress import Line

    try:
        typer.prompt("Enter shows the answer", default="", show_default=False, prompt_suffix=" ")
        typer.echo(f"{card.answer}\n{card.why}\nSource: {card.source}")
        while (said := typer.prompt(_ASKED).strip().casefold()[:1]) not in _KEYS:
            if said == "q":
                return False
    except typer.Abort:
        # The end of input, or Ctrl-C: what was said so far is kept.
        typer.echo("")
        return False
    if not_kept := kept.note(Line.now("recalled", card=card.id, went=_KEYS[said])):
        typer.echo(not_kept, err=True)
    return True


def _write(path: Path, cards: tuple[Card, ...]) -> None:
    from datetime import UTC, datetime

    from weakties.pages.file import write_over_own
    from weakties.recall import anki_deck, anki_text
    from weakties.recall.anki import HEADER
    from weakties.recall.deck import BEGINNING

    if path.suffix.casefold() == ".apkg":
        content, beginning = anki_deck(cards, datetime.now(UTC)), BEGINNING
    else:
        content, beginning = anki_text(cards).encode(), HEADER.encode()
    example = f"cards{path.suffix or '.txt'}"
    write_over_own(path, content, beginning, what="deck of ours", example=example)
    typer.echo(f"{len(cards)} cards lie in {path}. In Anki: File, Import.", err=True)
