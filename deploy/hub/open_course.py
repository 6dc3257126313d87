"""Lay the course out in a learner's home and serve it: the hub starts this as that learner."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from weakties.course import load_course
from weakties.workshop import lay_out, working_folder
from weakties.workshop.server import lab_environment

if limit := int(os.environ.get("MEM_LIMIT") or 0):
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))  # of each process, kernels included
course = load_course()
folder = working_folder(Path.home() / "weakties-workshop", course)
lay_out(course, folder)  # what the learner changed stays as it is
back, place = folder / "feedback", os.environ.get("WEAKTIES_FEEDBACK")
if place and not (back.exists() or back.is_symlink()):
    back.symlink_to(place)
os.chdir(folder)
environment = lab_environment(os.environ, "")
del environment["JUPYTER_TOKEN"]  # the hub says who may come in
server = str(Path(sys.executable).parent / "jupyterhub-singleuser")
options = [
    f"--ServerApp.root_dir={folder}",
    # The one that comes by default opens no page that lies behind a link, as feedback does.
    "--ContentsManager.files_handler_class=jupyter_server.files.handlers.FilesHandler",
]
os.execve(server, [server, *options, *sys.argv[1:]], environment)
