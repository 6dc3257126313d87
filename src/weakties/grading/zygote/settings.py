"""What a zygote is told when it starts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Settings:
    """What all submissions of one run have in common.

    Parameters
    ----------
    folder
        A folder for this run alone; the zygote makes what it needs in it.
    private
        Folders that no submission may see, wherever they lie.
    modules
        Modules to load beside the libraries, because the assignment imports them.
    datasets
        Tables of the course to load, because the assignment asks for them.
    """

    folder: str
    private: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the settings as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Settings:
        """Return the settings that `as_json` described."""
        return Settings(
            values["folder"], *(tuple(values[key]) for key in ("private", "modules", "datasets"))
        )
