"""What the owner of an export can mend."""


class ExportError(Exception):
    """An export can't be read or written; the message says what to do next."""
