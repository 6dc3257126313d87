"""Plain values from whatever a learner assigned; nothing here trusts the object it looks at.

An answer may be a blank, a table where a number was asked for, or an object that claims to equal
everything. Each reader returns a value of an exact built-in type or raises `NotPlain` with the
end of a sentence that begins with the variable's name.
"""

from __future__ import annotations

import math
import sys
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from weakties.check.numerals import read_numeral, why_no_numeral


class NotPlain(Exception):
    """The value is not of the kind asked for; the text says what it is and what to do."""


class Blank(NotPlain):
    """Nothing was assigned yet."""


MISSING = type("Missing", (), {})()
"""Stands for an answer whose name does not exist, so that the others can be looked at."""


def number(value: object) -> float:
    """Return `value`, or the one number that a container or a text holds, as a finite float.

    Raises
    ------
    Blank
        If it is still the three dots.
    NotPlain
        If it is no number, NaN or infinite.

    Examples
    --------
    >>> number(3)
    3.0
    >>> number("0.5"), number([3])
    (0.5, 3.0)
    >>> number("half")
    Traceback (most recent call last):
    weakties.check.plain.NotPlain: is the text 'half': a number is asked for.
    """
    plain = _real(value)
    if math.isnan(plain):
        raise NotPlain(
            "is NaN, 'not a number': a missing value, 0 / 0 or the logarithm of 0 came in somewhere, "
            "or two Series were paired whose row labels do not match."
        )
    if math.isinf(plain):
        raise NotPlain(
            "is infinite: somewhere something was divided by zero, or the logarithm of zero was taken."
        )
    return plain


def count(value: object) -> int:
    """Return `value` as a whole number.

    A float without a fraction, such as ``7.0``, is a whole number too.

    Raises
    ------
    NotPlain
        If it is no whole number.
    """
    plain = number(value)
    if not plain.is_integer():
        share = " Is it a share? Then count instead." if 0 < plain < 1 else ""
        raise NotPlain(f"is {shown(plain)}: a whole number is asked for.{share}")
    return int(plain)


def text(value: object) -> str:
    """Return `value`, or the one text that a container holds, without surrounding blanks.

    Raises
    ------
    NotPlain
        If it is no text, or empty.
    """
    refuse_blank(value)
    if is_a(held := only_element(value), str):
        value = held
    if not is_a(value, str):
        raise NotPlain(f"is {a_type(value)}: a text in quotes is asked for.")
    plain = str.strip(str.__str__(value))
    if not plain:
        raise NotPlain("is an empty text.")
    return plain


_KEYS: Any = type({}.keys())
_VALUES: Any = type({}.values())
_CONTAINERS = (list, tuple, set, frozenset)
_GIVE_ONCE = ("generator", "map", "filter", "zip", "enumerate", "reversed")
"""What gives its elements one time: a check that looked would leave nothing for the next."""


def members(value: object) -> frozenset[object]:
    """Return the elements of a list, tuple, set, Series, Index or array, as built-in values.

    Those of a dictionary are its keys, those of a graph and of its ``nodes`` the ids.

    Raises
    ------
    NotPlain
        If it holds no elements, or elements that can't stand in a set.
    """
    refuse_blank(value)
    pandas = sys.modules.get("pandas")
    if pandas and is_a(value, (pandas.Series, pandas.Index)):
        value = (pandas.Series if is_a(value, pandas.Series) else pandas.Index).tolist(value)
    elif is_numpy(value, "ndarray"):
        numpy = sys.modules["numpy"]
        value = numpy.ndarray.tolist(numpy.ndarray.ravel(value))
    elif pandas and is_a(value, pandas.api.extensions.ExtensionArray):
        value = list(value)  # type: ignore[call-overload]
    elif (networkx := sys.modules.get("networkx")) and is_a(value, _nodes_of(networkx)):
        value = list(_nodes_of(networkx).__iter__(value))
    elif networkx and is_a(value, networkx.Graph):
        value = list(networkx.Graph.__iter__(value))
    if is_a(value, (*_CONTAINERS, dict, _KEYS, _VALUES)):
        return frozenset(map(_member, _inside(value)))
    name = _type_name(value)
    if name in _GIVE_ONCE:
        raise NotPlain(
            f"is a {name}, which gives its elements only once: put set(...) around it, so that a "
            "check can look at them."
        )
    how = " Wrap what holds them in set(...)." if _has_elements(value) else ""
    raise NotPlain(f"is {a_type(value)}: a set or a list of ids is asked for.{how}")


def _nodes_of(networkx: Any) -> Any:
    """Return the type of a graph's ``nodes``, which is a collection and can be called as well."""
    return networkx.classes.reportviews.NodeView


def shown(value: float) -> str:
    """Return a number as a learner reads it, with four significant digits.

    Examples
    --------
    >>> shown(0.94217), shown(-3.0), shown(1234567.0)
    ('0.9422', '-3', '1234567')
    """
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.1f}" if 1000 <= abs(value) < 1e15 else f"{value:.4g}"


def a_type(value: object) -> str:
    """Return what kind of thing a value is, in words, without asking the value itself."""
    pandas = sys.modules.get("pandas")
    if pandas and is_a(value, pandas.Series):
        return f"a pandas Series of length {pandas.Series.__len__(value)}"
    if pandas and is_a(value, pandas.DataFrame):
        return "a pandas DataFrame"
    if pandas and is_a(value, pandas.api.extensions.ExtensionArray):
        return "a pandas array"
    if is_duration(value):
        return "a duration"
    of_numpy = {"ndarray": "a numpy array", "bool_": "True or False", "number": "a number"}
    for kind_of_numpy, name in of_numpy.items():
        if is_numpy(value, kind_of_numpy):
            return name
    names = {
        bool: "True or False",
        str: "a text",
        list: "a list",
        tuple: "a tuple",
        dict: "a dictionary",
        set: "a set",
        int: "a number",
        float: "a number",
    }
    for kind, name in names.items():
        if type(value) is kind:
            return name
    if callable(value) and not _has_elements(value):
        return "a function that was not called (are the parentheses missing?)"
    return f"an object of the type '{_type_name(value)[:40]}'"


def _real(value: object) -> float:
    refuse_blank(value)
    if is_a(value, bool) or is_numpy(value, "bool_"):
        raise NotPlain("is True or False: a number is asked for.")
    if is_a(value, str):
        words = text(value)
        if (found := read_numeral(words)) is None:
            raise NotPlain(why_no_numeral(words))
        return found
    # The base type's own method is called, so that a subclass has no say in its value.
    if is_a(value, float):
        return float.__pos__(value)  # type: ignore[arg-type]
    if is_a(value, int):
        return _finite(int.__pos__(value))  # type: ignore[arg-type]
    if is_a(value, complex) or is_numpy(value, "complexfloating"):
        raise NotPlain("is a complex number: a real one is asked for.")
    # A duration counts as a number among numpy's types; it has no value without its unit.
    if is_numpy(value, "number") and not is_duration(value):
        return _finite(sys.modules["numpy"].generic.item(value))
    if type(value) is Fraction or type(value) is Decimal:
        return _finite(value)
    held = only_element(value)
    if held is not None and only_element(held) is None:
        return _real(held)
    raise NotPlain(f"is {a_type(value)}: {_to_one_number(value)}")


def only_element(value: object) -> object | None:
    """Return the one element of a container that holds no other, else None.

    Containers are lists, tuples, sets, Series, Index, arrays, and a table of one cell.
    """
    if is_a(value, _CONTAINERS):
        inside = _inside(value)
        return inside[0] if len(inside) == 1 else None
    pandas, numpy = sys.modules.get("pandas"), sys.modules.get("numpy")
    if pandas and is_a(value, (pandas.Series, pandas.Index)):
        base = pandas.Series if is_a(value, pandas.Series) else pandas.Index
        size = base.__len__(value)
    elif pandas and is_a(value, pandas.DataFrame):
        if pandas.DataFrame.shape.fget(value) != (1, 1):
            return None
        return only_element(pandas.DataFrame.to_numpy(value))
    elif numpy and is_a(value, numpy.ndarray):
        size = numpy.ndarray.size.__get__(value)
    else:
        return None
    held = sequence(value) if size == 1 else None
    return held[0] if held else None


def sequence(value: object) -> list[object] | None:
    """Return what a list, tuple, Series, Index or array holds, in its order, else None."""
    pandas, numpy = sys.modules.get("pandas"), sys.modules.get("numpy")
    if is_a(value, (list, tuple)):
        return _inside(value)
    if pandas and is_a(value, (pandas.Series, pandas.Index)):
        base = pandas.Series if is_a(value, pandas.Series) else pandas.Index
        return list(base.tolist(value))
    if numpy and is_a(value, numpy.ndarray):
        return list(numpy.ndarray.flat.__get__(value))
    return None


def _inside(value: object) -> list[object]:
    """Return what a built-in container holds; a subclass has no say in it."""
    elements: Any = value
    kinds = (*_CONTAINERS, dict, _KEYS, _VALUES)
    return list(next(kind for kind in kinds if is_a(value, kind)).__iter__(elements))


def _to_one_number(value: object) -> str:
    """Return how to get from a container to the one number that is asked for."""
    pandas = sys.modules.get("pandas")
    if pandas and is_a(value, pandas.Series):
        if pandas.api.types.is_bool_dtype(pandas.Series.dtype.fget(value)):
            return "it holds True and False, and .sum() counts the True ones."
        return "one number is asked for. Does a mean, a sum or the choice of one row come next?"
    if pandas and is_a(value, pandas.DataFrame):
        return "len() counts its rows, and .loc[row, column] picks one cell of it."
    if pandas and is_a(value, pandas.api.extensions.ExtensionArray):
        return "pick one element of it, such as [0]."
    if is_numpy(value, "ndarray"):
        axes = sys.modules["numpy"].ndarray.ndim.__get__(value)
        return f"pick one element of it, such as [{', '.join('0' * max(1, axes))}]."
    if is_duration(value):
        return "a number is asked for. Divided by pd.Timedelta(hours=1), it is one of hours."
    if type(value) is tuple:
        return _out_of_a_tuple(value)
    if any(type(value) is kind for kind in (list, set, dict)):
        return _OUT_OF_MANY
    if _is_floatable(value):
        return "float(...) around it makes it a number."
    return _OUT_OF_MANY if _has_elements(value) else "a number is asked for."


def _has_elements(value: object) -> bool:
    """Say whether one can go through a value; a network's ties can be called, too."""
    return hasattr(type(value), "__iter__") and not is_a(value, (str, bytes))


def _out_of_a_tuple(value: tuple[object, ...]) -> str:
    if len(value) == 2:
        return (
            "one number is asked for, and it holds 2 values. If you meant one number with "
            "decimals, Python writes a point: 0.31. If you meant two, each answer has its own name."
        )
    return _OUT_OF_MANY


_OUT_OF_MANY = (
    "one number is asked for. Does a count, a sum, a mean or the choice of one come next?"
)


def _finite(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf
    except ValueError:  # a Decimal that signals that it is no number
        return math.nan


def refuse_blank(value: object) -> None:
    """Refuse what nobody has filled in."""
    if value is ...:
        raise Blank(
            "is still the three dots: put your answer in their place and run that cell. If it "
            "ended in an error, mend that first; until then the old value stays."
        )
    if value is None:
        raise NotPlain(
            "is None: a function without return, or a method that works in place, gives None."
        )


def _member(element: object) -> object:
    if is_a(element, tuple):
        return tuple(map(_member, _inside(element)))
    if is_a(element, _CONTAINERS):
        raise NotPlain(f"holds {a_type(element)}: ids, texts or numbers are asked for.")
    for read in (text, number):
        try:
            return read(element)
        except NotPlain:
            continue
    raise NotPlain(f"holds {a_type(element)}: ids, texts or numbers are asked for.")


def _type_name(value: object) -> str:
    # A class can be made to lie about its own name, too.
    name: str = vars(type)["__name__"].__get__(type(value))
    return name


def is_a(value: object, kinds: type | tuple[type, ...]) -> bool:
    """Say whether a value's real type is one of these."""
    # isinstance() believes an object's own __class__; its real type can't lie.
    return issubclass(type(value), kinds)


def is_duration(value: object) -> bool:
    """Say whether a value is a span of time, of Python, pandas or numpy."""
    return is_a(value, timedelta) or is_numpy(value, "timedelta64")


def _is_floatable(value: object) -> bool:
    """Say whether a value's type knows how to become a float, without asking the type itself."""
    kinds = vars(type)["__mro__"].__get__(type(value))
    return any("__float__" in vars(type)["__dict__"].__get__(kind) for kind in kinds)


def is_numpy(value: object, name: str) -> bool:
    """Say whether a value is of a type of numpy's, without importing numpy."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and is_a(value, getattr(numpy, name))
