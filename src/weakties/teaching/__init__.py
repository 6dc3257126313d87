"""What an instructor does around grading: starting a course, giving work back, looking at one learner."""
