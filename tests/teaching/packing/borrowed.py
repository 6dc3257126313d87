"""What a pack needs, without a network: packages in name only, which lead to those installed here."""

from __future__ import annotations

import sysconfig
import zipfile
from email.parser import Parser
from importlib.metadata import version
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

from weakties.teaching.packing.wheel import zipped

if TYPE_CHECKING:
    from pathlib import Path


def wheel(name, files, needs="", version="1"):
    """Return a wheel of a few files."""
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}"
    tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    texts = {"METADATA": metadata, "WHEEL": tag, "RECORD": ""}
    return zipped({**files, **{f"{about}/{one}": text.encode() for one, text in texts.items()}})


def borrow(pack: Path, _: object = ()) -> int:
    """Put what a wheel needs beside it, as ``offline.fetch`` does, and return how many files lie there."""
    with zipfile.ZipFile(pack) as opened:
        (path,) = (one for one in opened.namelist() if one.endswith(".dist-info/METADATA"))
        about = Parser().parsestr(opened.read(path).decode(), headersonly=True)
    for need in map(Requirement, about.get_all("Requires-Dist", [])):
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            here = {f"{need.name}.pth": sysconfig.get_path("purelib").encode()}
            name = f"{need.name}-{version(need.name)}-py3-none-any.whl"
            made = wheel(need.name, here, version=version(need.name))
            (pack.parent / name).write_bytes(made)
    return len(list(pack.parent.glob("*.whl")))
