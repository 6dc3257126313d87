"""What the gradebook and the findings of the runs say about an assignment, for its instructor."""
