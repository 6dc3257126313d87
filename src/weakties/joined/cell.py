"""Joining a room from a cell of the welcome: it says what is sent, and sends nothing before a yes."""

from __future__ import annotations


class Told:
    """What a cell says about a room, in plain sentences."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def room(where: str = "", *, agreed: bool = False) -> Told:
    """Say what a room is sent, and join it once somebody has agreed.

    Parameters
    ----------
    where
        The six letters and the address on the wall: ``"ABCDEF@192.168.1.5:8787"``.
    agreed
        Whether what is sent is fine with whoever runs the cell.

    Examples
    --------
    >>> room("ABCDEF@192.168.1.5:8787")  # doctest: +ELLIPSIS
    Once you join, ...
    You are not in a room yet, and nothing was sent. If that is fine with you, write agreed = True.
    """
    from weakties.joined import door
    from weakties.own_folder import own_folder

    if not where:
        return Told(f"{door.WHAT_IS_SENT}\nYou wrote no code, and nothing was sent.")
    try:
        door.room_named(where)
        if agreed is not True:
            return Told(
                f"{door.WHAT_IS_SENT}\nYou are not in a room yet, and nothing was sent. "
                "If that is fine with you, write agreed = True."
            )
        folder = own_folder()
        if folder is None:
            return Told(
                "Nothing was sent: this notebook lies in no folder of yours. The page on the wall "
                "is enough."
            )
        page = door.join(where, folder)
    except door.NotJoined as error:
        return Told(str(error))
    return Told(
        "You are in, and your notebooks send from now on. To stop, run `weakties leave` in a "
        f"terminal.\nSecond votes, and a hand for when you are stuck, are on your page: {page}"
    )
