"""Stands in for anywidget where a page and not a notebook shows a widget.

The widgets' classes are the real ones. All they ask of anywidget is here: traits that are tagged
``sync`` are a widget's state, and what changes in it is told.
"""

import traitlets


class AnyWidget(traitlets.HasTraits):
    """A widget whose changes go to `tell`, when there is somebody to tell."""

    tell = None

    def __init__(self, **values):
        super().__init__(**values)
        self.observe(self._changed, names=list(self.traits(sync=True)))

    def get_state(self):
        """Return all that the front end knows of the widget."""
        return {name: getattr(self, name) for name in self.traits(sync=True)}

    def set_state(self, sync_data):
        """Take a state, read-only traits included."""
        for name, value in sync_data.items():
            self.set_trait(name, value)

    def send_state(self, key):
        """Tell what a trait is, changed or not."""
        if self.tell:
            self.tell({key: getattr(self, key)})

    def _changed(self, change):
        if self.tell:
            self.tell({change["name"]: change["new"]})

    def _repr_mimebundle_(self, **_kwargs):
        return {}, {}
