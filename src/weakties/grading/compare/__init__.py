"""Grading an assignment with ``nbgrader autograde`` and with ours, and showing each row that differs."""
