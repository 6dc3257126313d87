"""Taking work in, from wherever learners put it, into the folders that are graded."""
