"""Let ``python -m weakties`` do what the ``weakties`` command does."""

from weakties.cli import main

main()
