"""A lesson on the projector: one idea a screen, live widgets, notes on the instructor's own screen."""

from __future__ import annotations
