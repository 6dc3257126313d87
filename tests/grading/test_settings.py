"""nbgrader's settings for this layout."""

from __future__ import annotations

import subprocess
import sys

import pytest
from traitlets.config import PyFileConfigLoader
from traitlets.utils.importstring import import_item

from weakties.content import content_root
from weakties.grading.settings import CODE_STUB, TEXT_STUB, nbgrader_settings


def test_the_configuration_at_the_root_is_these_settings():
    loaded = PyFileConfigLoader("nbgrader_config.py", str(content_root())).load_config()
    assert loaded == nbgrader_settings()


def test_solutions_become_exercises():
    course = nbgrader_settings().CourseDirectory
    assert (course.source_directory, course.release_directory) == ("solutions", "exercises")


def test_everything_that_is_configured_exists_in_nbgrader():
    from nbgrader.apps import ExportApp
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.converters import Autograde, GenerateFeedback
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeFactory
    from nbgrader.preprocessors import ClearSolutions, OverwriteCells

    classes = (
        Autograde, ClearSolutions, CourseDirectory, ExchangeFactory, ExportApp, GenerateFeedback,
        NbGraderAPI, OverwriteCells,
    )  # fmt: skip
    known = {kind.__name__: kind for kind in classes}

    def unknown(settings):
        for name, traits in settings.items():
            within = {key: value for key, value in traits.items() if key in known}
            yield from set(traits) - set(within) - set(known[name].class_traits(config=True))
            yield from unknown(within)

    assert list(unknown(nbgrader_settings())) == []


@pytest.mark.parametrize(
    ("kind", "trait"),
    [
        ("nbgrader.apps.ExportApp", "plugin_class"),
        ("nbgrader.exchange.ExchangeFactory", "release_feedback"),
        ("nbgrader.converters.GenerateFeedback", "exporter_class"),
    ],
)
def test_nbgraders_own_commands_take_our_classes(kind, trait):
    made = import_item(kind)(config=nbgrader_settings())
    assert getattr(made, trait).__module__.startswith("weakties.")


def test_only_the_formgraders_autograde_is_ours_and_not_the_command():
    from nbgrader.apps import NbGraderAPI
    from nbgrader.apps.baseapp import NbGrader
    from nbgrader.converters import Autograde

    app = NbGrader(config=nbgrader_settings())
    ours = Autograde(parent=NbGraderAPI(parent=app))
    assert ours.exporter_class.__name__ == "GradedContained"
    assert Autograde(parent=app).exporter_class.__name__ == "NotebookExporter"


@pytest.mark.parametrize(
    ("step", "trait"),
    [("Autograde", "sanitize_preprocessors"), ("GenerateFeedback", "preprocessors")],
)
def test_every_preprocessor_that_is_named_can_be_imported(step, trait):
    for name in nbgrader_settings()[step][trait]:
        assert isinstance(import_item(name), type)


def test_autograde_sorts_doubles_out_instead_of_nbgraders_own_step():
    steps = nbgrader_settings().Autograde.sanitize_preprocessors
    names = [name.rpartition(".")[2] for name in steps]
    assert "DeduplicateIds" not in names
    assert names.index("KeepFirstOfDoubleCells") < names.index("OverwriteCells")


def test_the_starter_code_can_be_run_and_says_what_to_do():
    exec(compile(CODE_STUB, "stub", "exec"), {})  # noqa: S102
    assert "Your turn" in CODE_STUB
    assert "Your turn" in TEXT_STUB


def test_reading_the_settings_does_not_load_nbgrader():
    code = (
        "from weakties.grading.settings import nbgrader_settings; nbgrader_settings()\n"
        "import sys; sys.exit('nbgrader' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
