"""How right and wrong answers stand apart in an edition of the data: tried, and written down."""
