"""What learners are given, looked through line by line."""
