"""Names of months and weekdays in seven languages, whole or shortened.

A shortened name is taken for what it begins: LinkedIn, Excel and others shorten differently
("sep", "Sept.", "sett."), but nearly always by leaving off the end.
"""

from __future__ import annotations

import unicodedata

# English, German, French, Spanish, Portuguese, Italian, Dutch.
_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
)
# The German and the Dutch March leave letters out of the middle; Austria's January is its own.
_OTHER_MONTHS = {"mrz": 3, "mrt": 3, "jann": 1, "janner": 1}
_LETTERS_OF_A_MONTH, _LETTERS_OF_A_WEEKDAY = 3, 2


def month_number(name: str) -> int | None:
    """Return the number of the month that a name, or the beginning of one, means; or None.

    Examples
    --------
    >>> month_number("Sept"), month_number("févr"), month_number("Mrz"), month_number("ENERO")
    (9, 2, 3, 1)

    The French June and July begin alike:

    >>> month_number("jui") is None
    True
    """
    return _MONTH_NUMBERS.get(_plain(name))


def is_weekday(name: str) -> bool:
    """Return whether this is a weekday's name, or the beginning of one.

    Examples
    --------
    >>> is_weekday("Fri"), is_weekday("sexta-feira"), is_weekday("before")
    (True, True, False)
    """
    return _plain(name) in _BEGINNINGS_OF_WEEKDAYS


def _plain(name: str) -> str:
    if name.isascii():
        return name.lower()
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _beginnings(name: str, least: int) -> list[str]:
    plain = _plain(name)
    return [plain[:length] for length in range(least, len(plain) + 1)]


def _numbers_of_months() -> dict[str, int]:
    months: dict[str, set[int]] = {}
    for language in _MONTHS:
        for number, name in enumerate(language.split(), start=1):
            for beginning in _beginnings(name, _LETTERS_OF_A_MONTH):
                months.setdefault(beginning, set()).add(number)
    return {name: min(numbers) for name, numbers in months.items() if len(numbers) == 1}


_MONTH_NUMBERS = _numbers_of_months() | _OTHER_MONTHS
_BEGINNINGS_OF_WEEKDAYS = frozenset(
    beginning
    for language in _WEEKDAYS
    for name in language.split()
    for beginning in _beginnings(name, _LETTERS_OF_A_WEEKDAY)
)
