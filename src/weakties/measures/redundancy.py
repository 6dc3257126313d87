"""How many sources a list of contacts is worth, once overlap among them is taken out."""

from __future__ import annotations


def effective_size(contacts: int, ties: int) -> float:
    """Return Burt's effective size of a list of contacts, by Borgatti's short form.

    Of n contacts with t ties among them, n − 2t / n are left. The owner of the list, to whom all
    are tied, and the ties to the owner do not count.

    Parameters
    ----------
    contacts
        How many people are on the list; 0 of them are 0 sources.
    ties
        How many pairs of them are tied.

    Raises
    ------
    ValueError
        If there are more ties than pairs, or less than none.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. The short form, for ties
    without direction or weight: Borgatti, S. P. (1997). Structural holes: unpacking Burt's
    redundancy measures. Connections 20(1), 35-38.

    Examples
    --------
    Four who do not know one another are four sources, four who all do are one:

    >>> effective_size(4, 0), effective_size(4, 6)
    (4.0, 1.0)
    """
    if not 0 <= ties <= contacts * (contacts - 1) / 2:
        raise ValueError(f"{ties} ties do not fit among {contacts} contacts.")
    return contacts - 2 * ties / contacts if contacts else 0.0
