"""How Sphinx makes the site. `weakties site` calls it in an environment of its own."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
# The reference reads the library where it lies; what it would load besides is not needed for that.
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE / "browser")]

project = "Weak ties"
html_title = "Weak ties"
copyright = "The weakties authors. Code: BSD-3-Clause. Text and data: CC BY 4.0"  # noqa: A001
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["parts/*"]
# A sheet that a lesson links to is in no list.
suppress_warnings = ["toc.not_included"]

myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_heading_anchors = 4

autodoc_mock_imports = ["matplotlib", "nbformat", "networkx", "numpy", "pandas", "PIL"]
autodoc_typehints = "none"
autodoc_member_order = "alphabetical"
autodoc_default_options = {"members": True, "imported-members": True, "show-inheritance": False}
napoleon_google_docstring = False
napoleon_use_ivar = True

html_theme = "furo"
templates_path = ["templates"]
html_favicon = "static/icon.svg"
# Where the build lays them out: a path of the machine would be in the bytes of the site.
html_static_path = ["../../.site/source/static"]
html_css_files = ["site.css"]
html_js_files = [(name, {"defer": "defer"}) for name in ("theme.js", "element.js", "play.js")]
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#005a8c",
        "color-brand-content": "#005a8c",
        "color-brand-visited": "#6a3d8a",
        "font-stack": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    },
    "dark_css_variables": {
        "color-brand-primary": "#7cc4ee",
        "color-brand-content": "#7cc4ee",
        "color-brand-visited": "#c9a6e4",
    },
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
