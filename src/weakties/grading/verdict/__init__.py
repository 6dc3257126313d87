"""The checks' side of one submission, apart from the learner's code, and the learner's side of it."""
