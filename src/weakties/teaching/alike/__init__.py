"""Which answers are alike beyond what the exercise explains: hints for a talk, never verdicts."""
