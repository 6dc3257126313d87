"""What learners are given: the course without its key, as a wheel, a zip or a folder."""
