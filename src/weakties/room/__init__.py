"""The live room of a workshop: predictions and votes without names, on a projector."""

from __future__ import annotations
