"""weakties: a hands-on workshop on professional networking, taught with data, in Jupyter."""

__version__ = "0.1.0"
