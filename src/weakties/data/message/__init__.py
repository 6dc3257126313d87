"""Generators of the unit ``message``: invitations and messages, how they are counted and miscounted.

Every size stands on the dataset's card and is read from there.
"""

from weakties.data.message.clipping import clipping
from weakties.data.message.first_messages import first_messages
from weakties.data.message.funnel import funnel
from weakties.data.message.lengths import lengths
from weakties.data.message.notes import notes
from weakties.data.message.recipients import recipients
from weakties.data.message.sends import sends

__all__ = ["clipping", "first_messages", "funnel", "lengths", "notes", "recipients", "sends"]
