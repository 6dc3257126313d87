/*
 * Four things that a notebook's output can't do by itself. Written by hand as the container that
 * JupyterLab expects of an extension: there is nothing to build, and nothing is asked of any host.
 *
 * 1. JupyterLab does not follow `#cell-id=…` in the address that it is opened with: at that moment
 *    there is no notebook yet. In a link within it, it shows the cell, and leaves another one the
 *    current cell, to which the keys go. This waits for the notebook and makes the cell the current one.
 * 2. A check panel has buttons for a hint and a worked answer. They are hidden where this does not
 *    run; here they ask the notebook's own kernel, and show below themselves what it says.
 * 3. Widgets and panels keep the keys for themselves. Escape leads from within one of them back to
 *    its cell, where the notebook's own keys hold again.
 * 4. Whoever opens a lesson again and goes on in the middle meets a NameError: below it stands which
 *    cell further up gives the name.
 */
(() => {
  const HASH = "#cell-id=";
  // JupyterLab takes the fragment off its address while it starts.
  const { hash, pathname } = window.location;
  const QUESTION = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
  const ASKS = { hint: "hint", solution: "solution" };

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  /** Make the cell that a link names the current one, once its notebook is there. */
  async function goTo(app, link) {
    const id = link.hash.slice(HASH.length);
    const within = link.getAttribute?.("href").startsWith("#");
    const path = decodeURIComponent(link.pathname);
    await app.restored;
    for (let tries = 0; tries < 600; tries += 1) {
      const panel = app.shell.currentWidget;
      const isOpen = panel?.content?.scrollToItem && panel.context;
      if (isOpen && (within || path.endsWith(`/${panel.context.path}`))) {
        await panel.revealed;
        await panel.context.ready;
        const index = panel.content.widgets.findIndex((cell) => cell.model.id === id);
        if (index < 0) return;
        panel.content.activeCellIndex = index;
        await panel.content.scrollToItem(index, "start");
        panel.content.activeCell.node.focus({ preventScroll: true });
        return;
      }
      await pause(100);
    }
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

  /** Say below a cell that lacks a name which cell above it gives that name. */
  function sayWhichFirst(panel, { evalue }) {
    const name = /^name '(\w+)' is not defined/.exec(evalue)?.[1];
    if (!name) return;
    const gives = new RegExp(
      `^(?:(?:\\w+, *)*${name}\\b[^=\\n]*=(?!=)|(?:from .*)?import .*\\b${name}\\b|(?:def|class) ${name}\\b)`,
      "m",
    );
    const cells = [...panel.content.widgets];
    const lacks = cells.findIndex((cell) =>
      cell.model.outputs?.toJSON().some((output) => output.evalue === evalue),
    );
    const first = cells.findIndex((cell) => cell.model.outputs && gives.test(cell.model.sharedModel.getSource()));
    if (first < 0 || first >= lacks) return;
    const note = document.createElement("p");
    note.className = "weakties-first";
    note.setAttribute("role", "status");
    const begins = cells[first].model.sharedModel.getSource().split("\n")[0];
    note.textContent =
      `“${name}” comes from a cell further up, the one that begins “${begins}”. Run that cell first, or ` +
      "all of them: in the menu Run, choose Run All Above Selected Cell. Then run this one again.";
    cells[lacks].outputArea.node.append(note);
  }

  const watched = new WeakSet();

  function watch(panel) {
    if (!panel?.sessionContext?.iopubMessage || !panel.content?.widgets || watched.has(panel)) return;
    watched.add(panel);
    panel.sessionContext.iopubMessage.connect((_, { header, content }) => {
      if (header.msg_type === "execute_input") {
        for (const note of panel.node.querySelectorAll(".weakties-first")) note.remove();
      }
      // The output stands in its cell once others have heard of it too.
      if (content.ename === "NameError") setTimeout(() => sayWhichFirst(panel, content));
    });
  }

  function backToCell(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.target.closest?.(".jp-Notebook .jp-Cell-outputArea")?.closest(".jp-Cell").focus();
  }

  const plugin = {
    id: "weakties:workshop",
    description: "Opens a notebook at the cell that its address names; buttons in check panels.",
    autoStart: true,
    activate: (app) => {
      if (hash.startsWith(HASH)) goTo(app, { hash, pathname });
      const style = document.createElement("style");
      style.textContent = ".weakties-help { display: flex !important; }";
      document.head.append(style);
      document.addEventListener("click", ({ target }) => {
        const button = target.closest?.("button[data-weakties-help]");
        if (button) help(app, button);
        const link = target.closest?.(`.jp-Notebook a[href*="${HASH}"]`);
        if (link) goTo(app, link);
      });
      document.addEventListener("keydown", backToCell);
      app.restored.then(() => watch(app.shell.currentWidget));
      app.shell.currentChanged?.connect(() => watch(app.shell.currentWidget));
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.weakties = {
    init: async () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
