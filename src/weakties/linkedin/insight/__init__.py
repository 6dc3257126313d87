"""What can be concluded from an export beyond counting: rules that are listed and can be argued."""
