"""What a cell shows before its last line."""

shown = []


def display(*objects):
    """Keep objects for the page, in their order."""
    shown.extend(objects)
