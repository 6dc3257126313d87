"""What is wrong with an installation or a working folder, in sentences with the next step."""

from weakties.workshop.doctor.finding import Finding
from weakties.workshop.doctor.folder import wrong_with_folder
from weakties.workshop.doctor.installation import wrong_with_installation
from weakties.workshop.doctor.machine import wrong_with_machine

__all__ = ["Finding", "wrong_with_folder", "wrong_with_installation", "wrong_with_machine"]
