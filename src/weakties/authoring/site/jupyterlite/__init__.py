"""JupyterLite on the site: lessons and exercises whole, with a kernel that runs in the browser."""

from weakties.authoring.site.jupyterlite.whole import PACKAGES, RUN, runnable

__all__ = ["PACKAGES", "RUN", "runnable"]
