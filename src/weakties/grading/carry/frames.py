"""pandas' tables, columns and indexes as data, column by column."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from weakties.grading.carry import arrays
from weakties.grading.carry.decode import Malformed, text
from weakties.grading.carry.kinds import PANDAS_DTYPE

if TYPE_CHECKING:
    from weakties.grading.carry.decode import Decoder
    from weakties.grading.carry.encode import Encoder

Node = Any


def encoded(encoder: Encoder, value: Any) -> Node:
    """Return a table, a column, an index or a pandas scalar as a tree, or ``None``."""
    kind = type(value)
    if issubclass(kind, pd.DataFrame):
        encoder.has_room_for(value.shape[1])
        columns = [_values(encoder, value.iloc[:, i].array) for i in range(value.shape[1])]
        return [
            "pd.DataFrame",
            _index(encoder, value.columns),
            columns,
            _index(encoder, value.index),
        ]
    if issubclass(kind, pd.Series):
        return [
            "pd.Series", _values(encoder, value.array), _index(encoder, value.index),
            encoder.node(value.name),
        ]  # fmt: skip
    if issubclass(kind, pd.Index):
        return _index(encoder, value)
    if issubclass(kind, pd.api.extensions.ExtensionArray):
        return ["pd.values", _values(encoder, value)]
    return _scalar(encoder, value)


def _scalar(encoder: Encoder, value: Any) -> Node:
    if value is pd.NaT:
        return ["pd.NaT"]
    if value is pd.NA:
        return ["pd.NA"]
    if isinstance(value, pd.Timestamp):
        zone = None if value.tz is None else str(value.tz)
        return ["pd.Timestamp", encoder.node(value.as_unit("ns").value), value.unit, zone]
    if isinstance(value, pd.Timedelta):
        return ["pd.Timedelta", encoder.node(value.as_unit("ns").value), value.unit]
    if isinstance(value, pd.Period):
        return ["pd.Period", str(value), value.freqstr]
    return None


def _values(encoder: Encoder, values: Any) -> Node:
    if isinstance(values, pd.Categorical):
        categories, codes = _index(encoder, values.categories), np.asarray(values.codes)
        return ["pd.Categorical", categories, arrays.array(encoder, codes), bool(values.ordered)]
    dtype = values.dtype
    if isinstance(dtype, np.dtype) or type(values) is pd.arrays.NumpyExtensionArray:
        return arrays.array(encoder, values.to_numpy())
    encoder.has_room_for(len(values))
    if not PANDAS_DTYPE.fullmatch(str(dtype)):
        return ["np.objects", [len(values)], encoder.nodes(values.astype(object))]
    return ["pd.array", str(dtype), encoder.nodes(values.astype(object).tolist())]


def _index(encoder: Encoder, index: pd.Index) -> Node:
    if isinstance(index, pd.RangeIndex):
        bounds = encoder.nodes([index.start, index.stop, index.step])
        return ["pd.RangeIndex", bounds, encoder.node(index.name)]
    if isinstance(index, pd.MultiIndex):
        levels = [_values(encoder, index.get_level_values(i).array) for i in range(index.nlevels)]
        return ["pd.MultiIndex", levels, encoder.nodes(index.names)]
    freq = getattr(index, "freqstr", None)
    return ["pd.Index", _values(encoder, index.array), encoder.node(index.name), freq]


def _dataframe(decoder: Decoder, columns: Node, values: Node, index: Node) -> Any:
    rows, names = decoder.value(index), decoder.value(columns)
    made = dict(enumerate(decoder.values(values)))
    if len(made) != len(names) or any(len(column) != len(rows) for column in made.values()):
        raise Malformed("a table with columns of other lengths")
    frame = pd.DataFrame(made, index=rows)
    frame.columns = names
    return frame


def _series(decoder: Decoder, values: Node, index: Node, name: Node) -> Any:
    return pd.Series(decoder.value(values), index=decoder.value(index), name=decoder.value(name))


def _plain_index(decoder: Decoder, values: Node, name: Node, freq: Node) -> Any:
    made = decoder.value(values)
    dtype = object if isinstance(made, np.ndarray) and made.dtype.kind == "O" else None
    index = pd.Index(made, name=decoder.value(name), dtype=dtype)
    if freq is not None and isinstance(index, pd.DatetimeIndex):
        with suppress(ValueError):  # the values do not follow it: a label, no more
            index = pd.DatetimeIndex(index, freq=text(freq, 20))
    return index


def _multi_index(decoder: Decoder, levels: Node, names: Node) -> Any:
    return pd.MultiIndex.from_arrays(decoder.values(levels), names=decoder.values(names))


def _range_index(decoder: Decoder, bounds: Node, name: Node) -> Any:
    start, stop, step = decoder.values(bounds)
    return pd.RangeIndex(start, stop, step, name=decoder.value(name))


def _array(decoder: Decoder, dtype: Node, nodes: Node) -> Any:
    if not PANDAS_DTYPE.fullmatch(text(dtype, 80)):
        raise Malformed("a column of an unknown type")
    return pd.array(decoder.values(nodes), dtype=dtype)


def _categorical(decoder: Decoder, categories: Node, codes: Node, ordered: Node) -> Any:
    return pd.Categorical.from_codes(
        decoder.value(codes), categories=decoder.value(categories), ordered=bool(ordered)
    )


def _timestamp(decoder: Decoder, value: Node, unit: Node, zone: Node) -> Any:
    moment = pd.Timestamp(decoder.value(value), unit="ns")
    moment = moment if zone is None else moment.tz_localize("UTC").tz_convert(text(zone, 40))
    return moment.as_unit(text(unit, 3))  # type: ignore[arg-type]


def _timedelta(decoder: Decoder, value: Node, unit: Node) -> Any:
    return pd.Timedelta(decoder.value(value), unit="ns").as_unit(text(unit, 3))  # type: ignore[arg-type]


BUILDERS = {
    "DataFrame": _dataframe,
    "Series": _series,
    "Index": _plain_index,
    "MultiIndex": _multi_index,
    "RangeIndex": _range_index,
    "array": _array,
    "values": lambda decoder, values: decoder.value(values),
    "Categorical": _categorical,
    "Timestamp": _timestamp,
    "Timedelta": _timedelta,
    "Period": lambda _d, value, freq: pd.Period(text(value), freq=text(freq, 20)),
    "NaT": lambda _d: pd.NaT,
    "NA": lambda _d: pd.NA,
}
