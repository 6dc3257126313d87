"""What is a program here, run by its name, is no module to look for tests in."""

collect_ignore = [
    "elsewhere.py",
    "hostile.py",
    "in_browser.py",
    "in_the_room.py",
    "small_hub.py",
    "visitor.py",
    "walk.py",
]
