"""The questionnaire before and after a workshop: its forms, and what the answers say together."""
