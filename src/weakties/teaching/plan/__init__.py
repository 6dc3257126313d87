"""An agenda for a workshop that adds up, made from the clocks of its units."""
