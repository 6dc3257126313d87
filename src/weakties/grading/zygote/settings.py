"""What a zygote is told when it starts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Settings:
    """What all submissions of one run have in common.

    Parameters
    ----------
    folder
        A folder for this run alone, which whoever starts the zygote makes for it.
    private
        Folders that no submission may see, wherever they lie.
    modules
        Modules to load beside the libraries, because the assignment imports them.
    datasets
        Tables of the course to load, because the assignment asks for them.
    files
        The folder with the instructor's files.
    openings
        The cells before the first answer of each notebook, by its name.
    cell_seconds
        How long each of them may take.
    """

    folder: str = ""
    private: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    files: str = ""
    openings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cell_seconds: float = 30.0

    def as_json(self) -> dict[str, Any]:
        """Return the settings as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Settings:
        """Return the settings that `as_json` described."""
        listed = {key: tuple(values[key]) for key in ("private", "modules", "datasets")}
        openings = {name: tuple(cells) for name, cells in values["openings"].items()}
        return Settings(**{**values, **listed, "openings": openings})
