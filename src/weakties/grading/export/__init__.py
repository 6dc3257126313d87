"""The points of a class as files for other programs; what is not graded is never a 0."""
