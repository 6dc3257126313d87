"""The editions that every run tries."""

from weakties.authoring.prove import EDITIONS

# The last one's first draw is not clear, so its generator has to draw again.
SAMPLED = (*EDITIONS, "x-99")
