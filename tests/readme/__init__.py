"""README's commands, typed as they stand there."""
