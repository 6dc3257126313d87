"""File names as they can be shown."""


def shown(name: str) -> str:
    """Return a name without what no terminal can print."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
