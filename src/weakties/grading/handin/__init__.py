"""What lies in a learner's folder: which file is which notebook, and where in it the answers stand."""
