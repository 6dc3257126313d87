"""One learner: what was handed in, what it got and why, and what a change would make of it."""
