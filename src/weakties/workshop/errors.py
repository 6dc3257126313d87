"""What the learner can mend when the workshop does not open."""


class WorkshopError(Exception):
    """The workshop can't be laid out or opened; the message says what to do next."""
