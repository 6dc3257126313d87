// What goes by how a page looks here and now: its theme, and what is too wide for it.

// Widgets take light or dark from an attribute of JupyterLab's; here it follows the page's theme.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  const theme = document.body.dataset.theme;
  const isDark = theme === "dark" || (theme !== "light" && dark.matches);
  document.body.dataset.jpThemeLight = String(!isDark);
};
new MutationObserver(follow).observe(document.body, { attributeFilter: ["data-theme"] });
dark.addEventListener("change", follow);
follow();

// What scrolls can be scrolled by keyboard.
const reach = () => {
  for (const frame of document.querySelectorAll("pre, .wt-output, .table-wrapper"))
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
};
addEventListener("resize", reach);
document.addEventListener("toggle", reach, { capture: true });
reach();
