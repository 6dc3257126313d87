/** The controls that arrows, Home and Page keys move in. */
const MOVED_IN = "input, select, textarea, [role=option], [role=slider], .wt-scroll";
const MOVING = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down))$/;

/**
 * Whether a key is for the widget alone. What is typed without Ctrl, Alt or Meta is: JupyterLab cuts
 * a cell at a bare X. All else, such as Ctrl+S, Shift+Enter and Escape, is the notebook's.
 */
function isOwn({ key, target, ctrlKey, metaKey, altKey, shiftKey }) {
  if (ctrlKey || metaKey || altKey) return false;
  if (MOVING.test(key)) return target.closest(MOVED_IN) !== null;
  if (key === "Enter") return !shiftKey;
  return key.length === 1 || key === "Backspace" || key === "Delete";
}

/** Keep from JupyterLab what is for the widget: it asks the focused element at each key. */
function keepOwnKeys(event) {
  event.target.toggleAttribute("data-lm-suppress-shortcuts", isOwn(event));
}
