"""What all widgets share: their base, their look, and what stands where none can run."""
