"""Who may enter a hub: whoever is on the instructor's list and types the code made for them."""

from __future__ import annotations

from pathlib import Path

from jupyterhub.auth import Authenticator
from people import codes_in, may_enter
from traitlets import Unicode


class ByCode(Authenticator):
    """Lets in who types the code that stands beside their id in a table."""

    codes = Unicode(help="The table that people.py wrote.").tag(config=True)

    async def authenticate(self, handler, data):  # noqa: ARG002 - the hub calls it so
        """Return the id of who may enter."""
        codes = codes_in(Path(self.codes).read_text(encoding="utf-8"))
        who = data["username"]
        return who if may_enter(codes, who, data["password"]) else None
