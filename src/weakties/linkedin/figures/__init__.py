"""The figures of an export, as pure functions of its tables."""

from weakties.linkedin.figures.conversations import Conversations, conversations_of
from weakties.linkedin.figures.figures import Figures, figures_of

__all__ = ["Conversations", "Figures", "conversations_of", "figures_of"]
