"""Giving feedback back to everybody: as pages, as an archive for a learning platform, by exchange."""
