"""JupyterHub for a class on one machine; hub.py starts it and says where everything lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from by_code import ByCode
from people import codes_in
from with_room import WithRoom, route_to

AT = Path(os.environ["WEAKTIES_HUB"])
INSTRUCTOR = os.environ["WEAKTIES_INSTRUCTOR"]
OWN = AT / "hub"
CODES = OWN / "codes.csv"


def as_who(spawner):
    """Give the instructor their own environment, which holds the key, and everybody else the pack."""
    if spawner.user.name == INSTRUCTOR:
        # The Formgrader shows the course that lies where the server begins.
        begin = 'cd course 2>/dev/null; exec "$0" "$@"'
        spawner.cmd = ["sh", "-c", begin, str(AT / "teach" / "bin" / "jupyterhub-singleuser")]
        spawner.environment = {"PATH": f"{AT / 'teach' / 'bin'}:{os.defpath}"}
        # The Formgrader shows its pages in a frame of JupyterLab.
        headers = {"Content-Security-Policy": "frame-ancestors 'self'"}
        spawner.args = [f"--ServerApp.tornado_settings={ {'headers': headers} }"]
        # Nobody enters an instructor's home, and what they give back is to be read.
        spawner.popen_kwargs = {"umask": 0o022}
    else:
        spawner.cmd = [
            str(AT / "learners" / "bin" / "python"),
            str(AT / "learners" / "open_course.py"),
        ]
        spawner.environment = {
            "PATH": f"{AT / 'learners' / 'bin'}:{os.defpath}",
            "OPENBLAS_NUM_THREADS": "1",
            "WEAKTIES_FEEDBACK": str(AT / "exchange/weakties/feedback" / spawner.user.name),
        }


c = get_config()  # noqa: F821 - JupyterHub puts it here
c.JupyterHub.bind_url = os.environ["WEAKTIES_HUB_URL"]
c.JupyterHub.hub_bind_url = os.environ["WEAKTIES_HUB_INNER_URL"]
c.ConfigurableHTTPProxy.api_url = os.environ["WEAKTIES_HUB_PROXY_URL"]
c.ConfigurableHTTPProxy.command = [str(OWN / "proxy/node_modules/.bin/configurable-http-proxy")]
c.ConfigurableHTTPProxy.pid_file = str(OWN / "proxy.pid")
# A file, where the instructor alone can listen: on a port anybody of this machine could sit first.
c.JupyterHub.proxy_class = WithRoom
c.WithRoom.extra_routes = {"/services/room/": route_to(AT / "room" / "socket")}
c.JupyterHub.cookie_secret_file = str(OWN / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{OWN / 'hub.sqlite'}"
# A hub that is started again finds everybody's server running.
c.JupyterHub.cleanup_servers = False

c.JupyterHub.authenticator_class = ByCode
c.ByCode.codes = str(CODES)
c.Authenticator.allowed_users = set(codes_in(CODES.read_text(encoding="utf-8")))

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.pre_spawn_hook = as_who
c.Spawner.default_url = "/lab"
c.Spawner.env_keep = ["LANG", "LC_ALL"]
c.Spawner.mem_limit = os.environ.get("WEAKTIES_HUB_MEMORY", "2G")
# A whole class at once on two cores is slow; a server that died is noticed at once all the same.
c.Spawner.start_timeout = 900
c.Spawner.http_timeout = 900

IDLE = int(os.environ.get("WEAKTIES_HUB_IDLE", "3600"))
"""Seconds after which a server that nobody looks at ends; what was saved stays."""
c.JupyterHub.load_roles = [
    {
        "name": "end-idle-servers",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle",
        "command": [
            sys.executable,
            *("-m", "jupyterhub_idle_culler", f"--timeout={IDLE}"),
        ],
    }
]
