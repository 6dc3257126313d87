"""A learner's working folder, and the JupyterLab that opens it."""

from weakties.workshop.browser import opened_browser
from weakties.workshop.errors import WorkshopError
from weakties.workshop.folder import Kept, LaidOut, found_folder, lay_out, working_folder
from weakties.workshop.port import free_port, refuse_taken_port
from weakties.workshop.server import Lab, running_lab

__all__ = [
    "Kept",
    "Lab",
    "LaidOut",
    "WorkshopError",
    "found_folder",
    "free_port",
    "lay_out",
    "opened_browser",
    "refuse_taken_port",
    "running_lab",
    "working_folder",
]
