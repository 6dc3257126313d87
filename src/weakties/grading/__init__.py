"""Grading: how nbgrader is set up for this course, and what it needs beside its own parts."""
