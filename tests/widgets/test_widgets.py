from __future__ import annotations

import subprocess
import sys

import pytest

import weakties.widgets
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL, Fallback

WIDGETS = sorted(weakties.widgets.__all__)
ASKING, NO_GUESS = {"Prediction", "Sketch"}, "No guess yet."
LIGHT = (
    *("photo_studio.model", "first_impression.model", "inbox.model", "message_lab.model"),
    *("portrait", "after_the_click.model", "after_the_click.others"),
    *("prediction", "sketch", "network_explorer.model", "think_tank.model", "think_tank.search"),
    "year_of_hours.model",
)
"""What a browser's kernel imports."""
ARGUMENTS = {
    "Prediction": ("demo-people", "How many?"),
    "Sketch": (
        {"name": "demo-curve", "question": "How many?", "places": ["few", "many"]}
        | {"across": "hours", "unit": "friends", "between": (0, 10)}
    ),
    "NetworkExplorer": (["Ana", "Bo", "Cy"], [("Ana", "Bo")]),
}


def made(name):
    given = ARGUMENTS.get(name, ())
    widget = getattr(weakties.widgets, name)
    return widget(**given) if isinstance(given, dict) else widget(*given)


def told_by(code):
    """Return what a Python prints that has just been started."""
    command = [sys.executable, "-c", f"import sys\n{code}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_package_imports_without_the_widget_machinery():
    loaded = told_by("import weakties.widgets; print(*sys.modules)")
    assert not set(loaded.split()) & {"anywidget", "ipywidgets", "numpy"}


def test_no_widget_needs_numpy_or_pandas():
    # One after the other in one process: whichever loads something heavy first is named.
    said = told_by(
        f"""
from importlib import import_module
for package in {LIGHT}:
    import_module(f"weakties.widgets.{{package}}")
    if heavy := {{"numpy", "pandas"}} & sys.modules.keys():
        print(package, "loads", *heavy)
        break
else:
    print("light")
"""
    )
    assert said == "light"


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_loads_when_it_is_named(name):
    assert getattr(weakties.widgets, name).__name__ == name
    assert name in dir(weakties.widgets)


def test_a_name_that_does_not_exist_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Nonsense"):
        _ = weakties.widgets.Nonsense


@pytest.mark.parametrize("name", WIDGETS)
def test_a_front_end_is_self_contained(name):
    widget = made(name)
    for source in (widget._esm, widget._css):
        assert "http:" not in source
        assert "https:" not in source
        assert "@import" not in source
    assert "import " not in widget._esm
    assert "function stage(" in widget._esm
    assert ".weakties {" in widget._css


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_is_shown_live_and_as_a_fallback_without_chance_in_it(name):
    first, second = (made(name)._repr_mimebundle_()[0] for _ in range(2))
    assert "application/vnd.jupyter.widget-view+json" in first
    for kind in ("text/html", "text/plain"):
        assert first[kind] == second[kind]
        assert (NO_GUESS if name in ASKING else NEEDS_A_KERNEL) in first[kind]
    assert repr(made(name)) == f"<{name}>"


@pytest.mark.parametrize("name", WIDGETS)
def test_python_reads_the_state_but_does_not_write_it(name):
    widget = made(name)
    with pytest.raises(Exception, match="read-only"):
        setattr(widget, widget.inputs[0], None)


def test_a_fallback_escapes_what_it_is_given():
    fallback = Fallback("a < b", "c & d?", "<svg/>", 'an "e"', ("f",), (("<g>", "h"),))
    assert "a &lt; b" in fallback.html
    assert "c &amp; d?" in fallback.html
    assert 'alt="an &quot;e&quot;"' in fallback.html
    assert "&lt;g&gt;</th>" in fallback.html
    assert "<g>" not in fallback.html
    assert fallback.text.startswith("a < b\nc & d?\n\nf\n<g> | h\n\n")
