/*
 * Two things that a notebook's output can't do by itself. Written by hand as the container that
 * JupyterLab expects of an extension: there is nothing to build, and nothing is asked of any host.
 *
 * 1. JupyterLab follows `#cell-id=…` in a link within it, but not in the address that it is opened
 *    with: at that moment there is no notebook yet. This waits for the notebook and follows it then.
 * 2. A check panel has buttons for a hint and a worked answer. They are hidden where this does not
 *    run; here they ask the notebook's own kernel, and show below themselves what it says.
 */
(() => {
  const wanted = window.location.hash;
  const QUESTION = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
  const ASKS = { hint: "hint", solution: "solution" };

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  async function opened(app) {
    await app.restored;
    for (let tries = 0; tries < 600; tries += 1) {
      const panel = app.shell.currentWidget;
      if (panel?.content?.scrollToItem && panel.context) return panel;
      await pause(100);
    }
    return null;
  }

  async function goOn(app) {
    const panel = await opened(app);
    if (!panel) return;
    await panel.revealed;
    await panel.context.ready;
    const id = wanted.slice("#cell-id=".length);
    const index = panel.content.widgets.findIndex((cell) => cell.model.id === id);
    if (index < 0) return;
    panel.content.activeCellIndex = index;
    await panel.content.scrollToItem(index, "start");
  }

  /** What the kernel of the notebook around `element` answers, as HTML or as text. */
  async function answerOf(app, element, code) {
    const panels = [...app.shell.widgets("main")];
    const panel = panels.find((one) => one.node.contains(element));
    const kernel = panel?.sessionContext?.session?.kernel;
    if (!kernel) return { text: "The kernel does not run: start it in the menu Kernel." };
    let found = { text: "The kernel gave no answer: run the check again." };
    const future = kernel.requestExecute({ code, store_history: false });
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "execute_result") {
        found = { html: content.data["text/html"], text: content.data["text/plain"] };
      }
    };
    await future.done;
    return found;
  }

  async function help(app, button) {
    const { weaktiesHelp: what, question } = button.dataset;
    if (!ASKS[what] || !QUESTION.test(question)) return;
    const shown = button.closest("section").querySelector(".weakties-helped");
    const code = `__import__("weakties.check").check.${ASKS[what]}("${question}")`;
    button.setAttribute("aria-busy", "true");
    const { html, text } = await answerOf(app, button, code);
    button.removeAttribute("aria-busy");
    if (html) shown.innerHTML = html;
    else shown.textContent = text;
  }

  const plugin = {
    id: "weakties:workshop",
    description: "Opens a notebook at the cell that its address names; buttons in check panels.",
    autoStart: true,
    activate: (app) => {
      if (wanted.startsWith("#cell-id=")) goOn(app);
      const style = document.createElement("style");
      style.textContent = ".weakties-help { display: flex !important; }";
      document.head.append(style);
      document.addEventListener("click", ({ target }) => {
        const button = target.closest?.("button[data-weakties-help]");
        if (button) help(app, button);
      });
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.weakties = {
    init: async () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
