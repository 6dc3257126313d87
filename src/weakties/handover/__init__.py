"""Handing work in: what a learner is told of their notebook, and the zip that carries it."""
