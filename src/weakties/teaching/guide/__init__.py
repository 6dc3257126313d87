"""How to teach one unit: its page for instructors with this edition's right and wrong answers."""
