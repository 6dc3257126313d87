"""A teacher's day, from an empty folder to the marks in a learning platform, beside a reckoning of its own."""
