"""What a table gives by its natural filters: means, sums and shares, each with the words for it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from weakties.check.formulas import Term, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def terms_of_rows(
    of: str, filters: Mapping[str, Any], columns: Mapping[str, Any] | None = None
) -> list[Term]:
    """Return what the rows of a table give, all of them and those that one or two filters keep.

    Parameters
    ----------
    of
        What a row is, in the plural: ``"requests"``.
    filters
        Which rows are kept, as Series of true and false, by the words that follow `of`: ``"that
        answered"``. A share is one filter's among the rows of another.
    columns
        The numbers that are averaged and added up, by their words.

    Examples
    --------
    >>> import pandas as pd
    >>> sent = pd.DataFrame({"hours": [1.0, 2.0, 6.0], "answered": [True, True, False]})
    >>> terms = terms_of_rows("notes", {"that answered": sent["answered"]}, {"hours": sent["hours"]})
    >>> [term.words for term in terms if term.values == (1.5,)][0]
    'the mean of hours over the notes that answered'
    """
    masks = {words: mask.to_numpy() for words, mask in filters.items()}
    numbers = {words: column.to_numpy() for words, column in (columns or {}).items()}
    found: list[Term] = []
    for kept, mask in _groups(masks):
        group = f"the {of} {' and '.join(kept)}" if kept else f"all {of}"
        simple = len(kept) < 2
        for words, column in numbers.items():
            found += _statistics(words, column, mask, group, of)
        for words, other in masks.items():
            if words not in kept and (size := int(mask.sum())):
                share = int((mask & other).sum()) / size
                found.append(named(f"the share {words} among {group}", share, combines=simple))
        if kept:
            found.append(
                named(
                    f"the number of {group.removeprefix('the ')}", int(mask.sum()), combines=simple
                )
            )
            found.append(named(f"{group} as a share of all", mask.mean(), combines=False))
    return found


def _groups(masks: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield all rows, those of each filter, and those of each two that have some in common."""
    first = next(iter(masks.values()))
    yield (), first | ~first
    for size in (1, 2):
        for kept in combinations(masks, size):
            mask = masks[kept[0]] & masks[kept[-1]]
            if mask.any():
                yield kept, mask


def _statistics(words: str, column: Any, mask: Any, group: str, of: str) -> Iterator[Term]:
    import numpy as np

    kept = column[mask]
    simple = " and " not in group
    yield named(f"the mean of {words} over {group}", kept.mean(), combines=simple)
    if group != f"all {of}":
        over_all = f"the sum of {words} over {group} ÷ the number of all {of}"
        yield named(over_all, kept.sum() / len(column), combines=False)
    if simple:
        yield named(f"the sum of {words} over {group}", kept.sum(), combines=False)
        yield named(f"the median of {words} over {group}", np.median(kept), combines=False)
        yield named(f"the highest of {words} in {group}", kept.max(), combines=False)
        yield named(f"the lowest of {words} in {group}", kept.min(), combines=False)
        yield named(
            f"the standard deviation of {words} over {group}",
            np.std(kept, ddof=1) if len(kept) > 1 else 0.0,
            combines=False,
        )


def correlations(across: Mapping[str, Any], up: Mapping[str, Any]) -> list[Term]:
    """Return how each of some columns goes with each of others, by several measures.

    Parameters
    ----------
    across, up
        Series with one index and nothing missing, by their words.

    Examples
    --------
    >>> import pandas as pd
    >>> hours, yes = pd.Series([1.0, 2.0, 4.0]), pd.Series([0.0, 1.0, 1.0])
    >>> [term.words for term in correlations({"hours": hours}, {"a yes": yes})][:2]
    ['the correlation of hours with a yes', "Spearman's rank correlation of hours with a yes"]
    """
    found = []
    for one, x in across.items():
        for two, y in up.items():
            pair, r = f"of {one} with {two}", _r(x, y)
            found += [
                named(f"the correlation {pair}", r, combines=False),
                named(
                    f"Spearman's rank correlation {pair}", _r(x.rank(), y.rank()), combines=False
                ),
                named(f"the covariance {pair}", r * x.std() * y.std(), combines=False),
                named(f"the slope of {two} on {one}", r * y.std() / x.std(), combines=False),
            ]
    return found


def _r(x: Any, y: Any) -> float:
    """Return Pearson's correlation; of what does not vary there is none."""
    import numpy as np

    with np.errstate(all="ignore"):
        return float(np.corrcoef(x.to_numpy(float), y.to_numpy(float))[0, 1])
