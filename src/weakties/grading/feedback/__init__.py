"""A learner's feedback as one page: safe to open, complete without a network, nothing of the key."""
