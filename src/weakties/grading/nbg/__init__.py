"""nbgrader's own folders, settings and gradebook: read and written as nbgrader does."""
