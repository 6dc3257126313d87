"""A class whose learners get and hand in their work on different ways."""
