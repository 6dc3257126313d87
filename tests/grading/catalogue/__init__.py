"""Ordinary checks as teachers write them, each with right, wrong and blank answers.

`python -m grading.catalogue`, run in the folder of the tests, grades them with nbgrader and with
our engine and prints every row that differs.
"""
