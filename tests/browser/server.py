"""The learner's JupyterLab in a folder for tests, with settings and data of its own."""

from __future__ import annotations

import json
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from weakties.workshop import free_port, running_lab

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parents[1]
KERNELS_ARE_BORN = f"""
import sys
sys.path.append({str(TESTS)!r})
from processes.instead import kernels_are_born
kernels_are_born(setattr)
"""
EXPOSED = {"lab": "LabApp", "notebook": "JupyterNotebookApp"}
PRIVATE = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "IPYTHONDIR": "ipython",
}


@dataclass(frozen=True)
class Server:
    """A running server: where it listens and which folder it shows."""

    url: str
    token: str
    folder: Path

    def start_page(self) -> str:
        """Return the address of JupyterLab with nothing open."""
        return f"{self.url}/lab?reset&token={self.token}"

    def page(self, path: str) -> str:
        """Return the address that opens what lies at `path` below the folder."""
        return f"{self.url}/lab/tree/{path}?reset&token={self.token}"

    def api(self, path: str, *, method: str = "GET") -> Any:
        """Return what the server answers to ``/api/path``."""
        request = urllib.request.Request(  # noqa: S310 — our own server
            f"{self.url}/api/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            body = answer.read()
        return json.loads(body) if body else None

    def stop_kernels(self) -> None:
        """End every kernel, so that the next test starts alone."""
        for kernel in self.api("kernels"):
            self.api(f"kernels/{kernel['id']}", method="DELETE")


@contextmanager
def serve(folder: Path, private: Path) -> Iterator[Server]:
    """Run the server on `folder`; settings, data and kernels' files are kept in `private`.

    Its kernels come out of a nursery: starting one and loading libraries takes longer than most tests.
    """
    expose_app(private / "config")
    (private / "config/jupyter_server_config.py").write_text(KERNELS_ARE_BORN, encoding="utf-8")
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as environment:
            for name, place in PRIVATE.items():
                environment.setenv(name, str(private / place))
            lab = stack.enter_context(running_lab(folder, free_port()))
        yield Server(lab.url, lab.token, folder)


def expose_app(settings: Path) -> None:
    """Let a test look inside the page of a JupyterLab, or Notebook, that reads these `settings`."""
    settings.mkdir(parents=True)
    for name, app in EXPOSED.items():
        exposed = json.dumps({app: {"expose_app_in_browser": True}})
        (settings / f"jupyter_{name}_config.json").write_text(exposed, encoding="utf-8")
