"""What an instructor prints for a room: posters, slips, cards, forms, name tents."""
