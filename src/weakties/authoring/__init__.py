"""What an author runs on the notebooks: tidy, lint, release, prove."""
