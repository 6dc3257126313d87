"""A stick serves every Python of its minor version, the first one too."""

from __future__ import annotations

import pytest

from teaching.packing.borrowed import wheel
from weakties.teaching.packing.offline import wanting_more_than


@pytest.mark.parametrize(("python", "found"), [("3.11.0", ["picky"]), ("3.11.5", [])])
def test_a_package_that_an_older_python_can_not_have_is_found(tmp_path, python, found):
    wants = {"picky": ">=3.11.5", "easy": ">=3.9"}
    for name, needs in wants.items():
        (tmp_path / f"{name}-1-py3-none-any.whl").write_bytes(
            wheel(
                name, {f"{name}/vendored/in.dist-info/METADATA": b""}, f"Requires-Python: {needs}\n"
            )
        )
    (tmp_path / "silent-1-py3-none-any.whl").write_bytes(wheel("silent", {}))
    assert wanting_more_than(python, tmp_path.glob("*.whl")) == found
