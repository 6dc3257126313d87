"""Every setting of nbgrader's that an instructor may change for grading has its effect, or a run says that it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from weakties.grading.nbg.course import classroom
from weakties.grading.nbg.unheard import CONTAINED, KINDS, NOWHERE, remarks_on_settings

if TYPE_CHECKING:
    from pathlib import Path

FOLLOWED = {
    "CourseDirectory": {
        "course_id", "student_id", "student_id_exclude", "notebook_id", "directory_structure",
        "source_directory", "release_directory", "source_with_tests_directory",
        "submitted_directory", "autograded_directory", "feedback_directory", "solution_directory",
        "db_url", "root", "groupshared", "ignore",
    },
    "Autograde": {
        "autograde_preprocessors", "create_student", "exclude_overwriting", "force", "permissions",
        "post_convert_hook", "pre_convert_hook", "sanitize_preprocessors",
    },
    # Whoever is graded gets new feedback, so `force` is always on.
    "GenerateFeedback": {"exporter_class", "force", "permissions", "preprocessors"},
    "LateSubmissionPlugin": {"penalty_method"},
    "Execute": {"enabled", "timeout"},
    "AssignLatePenalties": {"enabled", "plugin_class"},
    "ClearHiddenTests": {"begin_test_delimeter", "enabled", "end_test_delimeter", "enforce_metadata"},
    "ClearMetadataPreprocessor": {
        "clear_cell_metadata", "clear_notebook_metadata", "enabled", "preserve_cell_metadata_mask",
        "preserve_nb_metadata_mask", "default_language", "display_data_priority",
    },
    "ClearOutput": {"enabled", "remove_metadata_fields"},
    "DeduplicateIds": {"enabled"},
    "GetGrades": {"display_data_priority", "enabled"},
    "IgnorePattern": {"enabled", "pattern"},
    "LimitOutput": {"enabled", "max_lines", "max_traceback"},
    # Missing cells are always added; docs/grading.md says so.
    "OverwriteCells": {"add_missing_cells", "enabled", "missing_cell_notification"},
    "OverwriteKernelspec": {"enabled"},
    "SaveAutoGrades": {"enabled"},
}  # fmt: skip
ASKED_FOR_ELSEWHERE = {
    # How nbgrader's program is started and talks, and what other commands of it copy.
    "AutogradeApp": {
        "answer_yes", "config_file", "config_file_name", "generate_config", "log_datefmt",
        "log_format", "log_level", "logging_config", "show_config", "show_config_json",
    },
    "CourseDirectory": {"include", "max_dir_size", "max_file_size"},
    # Switched off, it is as here.
    "Execute": {"store_widget_state"},
}  # fmt: skip
ALL = [(kind.__name__, trait) for kind in KINDS for trait in sorted(kind.class_traits(config=True))]


@pytest.mark.parametrize(("kind", "trait"), ALL)
def test_a_setting_is_followed_or_named_or_none_of_autogrades(kind, trait):
    name = f"{kind}.{trait}"
    places = [
        trait in FOLLOWED.get(kind, ()),
        trait in ASKED_FOR_ELSEWHERE.get(kind, ()),
        name in NOWHERE,
        name in CONTAINED,
    ]
    assert places.count(True) == 1, f"{name} stands in {places.count(True)} tables"


def test_no_table_names_a_setting_that_there_is_not():
    listed = {
        (kind, trait)
        for table in (FOLLOWED, ASKED_FOR_ELSEWHERE)
        for kind, traits in table.items()
        for trait in traits
    }
    named = {tuple(name.split(".")) for name in (*NOWHERE, *CONTAINED)}
    assert listed | named == set(ALL)


def remarks(root: Path, config: str, *, contained: bool = True, executes: bool = True):
    (root / "gradebook.db").touch()
    (root / "nbgrader_config.py").write_text(f"c = get_config()\n{config}\n", encoding="utf-8")
    room = classroom(root, "ps1")
    found = remarks_on_settings(room, contained=contained, executes=executes)
    return {one.setting: one.text for one in found}


def test_nothing_is_said_of_settings_that_nobody_changed(tmp_path):
    assert remarks(tmp_path, "c.Execute.timeout = 5\nc.Execute.execute_retries = 0") == {}


def test_a_changed_setting_without_effect_is_named_with_the_reason(tmp_path):
    said = remarks(tmp_path, "c.Execute.execute_retries = 2\nc.NotebookClient.startup_timeout = 5")
    assert said == {
        "Execute.execute_retries": "Execute.execute_retries has no effect here: a notebook is run once.",
        "Execute.startup_timeout": "Execute.startup_timeout has no effect here: no kernel is started.",
    }


def test_what_plain_kernels_follow_is_said_of_the_sandbox_alone(tmp_path):
    config = 'c.Execute.extra_arguments = ["--debug"]\nc.NbGrader.logfile = "x.log"'
    assert set(remarks(tmp_path, config)) == {"Execute.extra_arguments", "AutogradeApp.logfile"}
    assert set(remarks(tmp_path, config, contained=False)) == {"AutogradeApp.logfile"}


def test_who_runs_no_notebook_is_told_what_then_decides(tmp_path):
    said = remarks(tmp_path, "", executes=False)
    assert "the outputs that learners handed in decide" in said["Execute.enabled"]
