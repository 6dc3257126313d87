"""The editions that every run tries; the proofs of units try others."""

# The last one's first draw is not clear, so its generator has to draw again.
SAMPLED = ("open", "x-99")
