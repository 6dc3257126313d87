"""Running one notebook's cells in this process, with the outputs that a kernel would send."""
