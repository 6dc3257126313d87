"""What the options of `nbgrader autograde` are called by `weakties grade`."""

from __future__ import annotations

OURS = {"-f": ["--force"], "--force": ["--force"], "--help-all": ["--help"]}
"""Options that our command has itself; every other one of nbgrader's names a setting."""


def translated(arguments: list[str]) -> list[str]:
    """Return the arguments of our command that say what some of nbgrader's say.

    Examples
    --------
    >>> translated(["ps1", "--db", "sqlite:///x.db", "-f", "--Execute.timeout=2"])
    ['ps1', '--set', 'CourseDirectory.db_url=sqlite:///x.db', '--force', '--set', 'Execute.timeout=2']
    """
    from nbgrader.apps.autogradeapp import aliases

    left, words = list(arguments), []
    while left:
        word = left.pop(0)
        if word in OURS or not word.startswith("-"):
            words += OURS.get(word, [word])
            continue
        option, _, value = word.removeprefix("--").partition("=")
        if option in aliases and not value:
            value = left.pop(0)
        words += [part for one in _settings_of(option, value) for part in ("--set", one)]
    return words


def _settings_of(option: str, value: str) -> list[str]:
    """Return the settings that an option stands for.

    Examples
    --------
    >>> _settings_of("no-execute", "")
    ['Execute.enabled=False', 'ClearOutput.enabled=False']
    """
    from nbgrader.apps.autogradeapp import aliases, flags

    if option in flags:
        meant = flags[option][0]
        return [f"{kind}.{name}={one}" for kind in meant for name, one in meant[kind].items()]
    return [f"{aliases.get(option, option)}={value}"]
