"""Reading what learners wrote, together: shared out among readers, with a rubric, and without names."""
