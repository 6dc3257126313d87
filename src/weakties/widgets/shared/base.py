"""What the widgets share: their look, a front end made of plain files, manners toward bad input."""

from __future__ import annotations

from abc import abstractmethod
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

import anywidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.shared.fallback import Standin


class RefusedError(ValueError):
    """The front end sent a value that makes no sense here; it is ignored."""


class Widget(anywidget.AnyWidget):  # type: ignore[misc]
    """A widget whose ``view.js`` and ``view.css`` lie in the folder of its module.

    State flows one way: the front end sets only the traits named in `inputs`, Python answers by
    setting the others. Every trait is read-only, so that both go through `set_state`.
    """

    inputs: ClassVar[tuple[str, ...]] = ()
    pieces: ClassVar[tuple[str, ...]] = ()
    """Shared front ends that only some widgets need: ``("sociogram",)``."""
    parts: ClassVar[tuple[str, ...]] = ()
    """Files of the widget's own folder that its ``view.js`` is spread over."""

    def __init_subclass__(cls, *, has_view: bool = True, **kwargs: Any) -> None:
        """Join the shared files and the widget's own into the two that the browser gets."""
        # traitlets derives a class of its own for each instance, which has its files already.
        if has_view and "_esm" not in cls.__dict__:
            cls._esm = _joined(
                ("element", "keys", "shared", *cls.pieces),
                cls.__module__,
                (*cls.parts, "view"),
                "js",
            )
            cls._css = _joined(("style", *cls.pieces), cls.__module__, ("view",), "css")
        super().__init_subclass__(**kwargs)

    @abstractmethod
    def accept(self, name: str, value: object) -> object:
        """Return what the input `name` becomes when the front end sends `value`.

        Raises
        ------
        RefusedError
            If the value makes no sense now.
        """

    @abstractmethod
    def react(self, name: str) -> None:
        """Bring the other traits up to date after the input `name` has changed."""

    @abstractmethod
    def fallback(self) -> Standin:
        """Return what stands in the notebook where no kernel runs; it gives nothing away."""

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take a state from the front end, as far as it makes sense."""
        for name in self.inputs:
            if name not in sync_data:
                continue
            try:
                value = self.accept(name, sync_data[name])
            except RefusedError:
                # The front end shows what it sent until it hears what still holds.
                self.send_state(name)
            else:
                super().set_state({name: value})
                self.react(name)

    def put(self, **traits: object) -> None:
        """Set read-only traits."""
        for name, value in traits.items():
            self.set_trait(name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        fallback = self.fallback()
        return data | {"text/html": fallback.html, "text/plain": fallback.text}, metadata


def _joined(shared: Sequence[str], package: str, own: Sequence[str], kind: str) -> str:
    ours = [files("weakties.widgets.shared") / f"{name}.{kind}" for name in shared]
    theirs = [files(package) / f"{name}.{kind}" for name in own]
    return "\n".join(part.read_text("utf-8") for part in (*ours, *theirs))
