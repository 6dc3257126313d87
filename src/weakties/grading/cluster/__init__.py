"""Notebooks on other machines: a running dask.distributed scheduler hands them to its workers.

Each worker starts a zygote of its own and needs the course's folder at the same path. Nothing is saved
there: a notebook that was lost with its worker is run again elsewhere, and saved once, here.
"""

from weakties.grading.cluster.executor import ClusterExecutor, NoCluster

__all__ = ["ClusterExecutor", "NoCluster"]
