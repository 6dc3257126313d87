"""Whatever a learner might assign, and worse: objects that lie about themselves."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst


class EqualsEverything:
    """An object that agrees with whatever it is asked."""

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        return True

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self

    def __float__(self) -> float:
        return 1.0

    def __le__(self, other: object) -> bool:
        return True

    __ge__ = __lt__ = __gt__ = __le__


class Explosive:
    """An object that can't even be asked for its class."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __repr__(self) -> str:
        return "Explosive()"


class _Liar(type):
    """A class that claims to be every other class, by name and by comparison."""

    __hash__ = type.__hash__

    def __eq__(cls, other: object) -> bool:
        return True

    @property
    def __name__(cls) -> str:
        return "Series"


class ClassOfEverything(metaclass=_Liar):
    """An object whose class is equal to any class."""

    def __float__(self) -> float:
        return 1.0


def _boom(*_: object, **__: object) -> Any:
    raise RuntimeError


_OVERRIDDEN = [
    "__abs__", "__bool__", "__eq__", "__float__", "__ge__", "__int__", "__iter__", "__le__",
    "__len__", "__ne__", "__pos__", "__round__", "__str__", "__sub__", "casefold",
    "day", "is_integer", "isoformat", "item", "month", "ravel", "strip", "tolist", "year",
]  # fmt: skip


def rebellious(base: type) -> type:
    """Return a subclass of `base` in which every method that a reader might use raises."""
    name = f"Rebellious{base.__name__.title()}"
    methods = {name: _boom for name in [*_OVERRIDDEN, "__hash__"] if hasattr(base, name)}
    # Hypothesis and pytest print their arguments.
    return type(name, (base,), {**methods, "__repr__": lambda _: name})


REBELS = [
    rebellious(float)(0.25),
    rebellious(int)(7),
    rebellious(str)("formal"),
    rebellious(list)([1, 2]),
    rebellious(tuple)((1, 2)),
    rebellious(frozenset)((1, 2)),
    rebellious(np.float64)(0.25),
    rebellious(np.float32)(0.25),
    rebellious(datetime.date)(2026, 3, 1),
    rebellious(datetime.datetime)(2026, 3, 1),
    np.arange(3.0).view(rebellious(np.ndarray)),
]
LIARS = [EqualsEverything(), Explosive(), ClassOfEverything(), ClassOfEverything]
ODDITIES = [
    ..., NotImplemented, object(), int, len, range(3), pd.NA, pd.NaT, pd.Timestamp("2026-03-01"),
    pd.Timedelta("1D"), pd.Interval(0, 1), pd.Series([1.0, 2.0]), pd.Series(["a", None]),
    pd.Index(["a", "b"]), pd.DataFrame({"a": [1]}), np.ma.masked, np.array(3.0),
    np.longdouble(1), np.clongdouble(1), np.str_("a"), np.bool_(True), (1, (2, "a")), {"a": 1},
]  # fmt: skip
UNUSUAL = [*REBELS, *LIARS, *ODDITIES]


def anything() -> st.SearchStrategy[Any]:
    """Return a strategy for Python objects of every kind that a notebook holds, and some more."""
    scalars = st.one_of(
        # by number, because Hypothesis itself would ask the objects for their hash
        st.integers(0, len(UNUSUAL) - 1).map(UNUSUAL.__getitem__),
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.complex_numbers(),
        st.decimals(),
        st.fractions(),
        st.text(max_size=12),
        st.binary(max_size=4),
        st.dates(),
        st.datetimes(),
        st.timedeltas(),
        npst.scalar_dtypes().flatmap(npst.from_dtype),
        npst.arrays(npst.scalar_dtypes(), npst.array_shapes(max_dims=2, max_side=3)),
    )
    return st.one_of(
        scalars,
        st.lists(scalars, max_size=3),
        st.lists(scalars, max_size=3).map(tuple),
        st.frozensets(st.text(max_size=3), max_size=3),
        st.lists(st.integers() | st.text(max_size=3), max_size=3).map(
            lambda values: pd.Series(values, dtype=object)
        ),
    )
