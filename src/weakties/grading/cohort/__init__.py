"""The people of one run of a course: who they are, what is due when, and what coming late costs."""
