/*
 * JupyterLab follows `#cell-id=…` in a link within it, but not in the address that it is opened
 * with: at that moment there is no notebook yet. This waits for the notebook and follows it then.
 * Written by hand as the container that JupyterLab expects of an extension: there is nothing to build.
 */
(() => {
  const wanted = window.location.hash;

  async function opened(app) {
    await app.restored;
    for (let tries = 0; tries < 600; tries += 1) {
      const panel = app.shell.currentWidget;
      if (panel?.content?.setFragment && panel.context) return panel;
      await new Promise((done) => setTimeout(done, 100));
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

  const plugin = {
    id: "weakties:go-on",
    description: "Opens a notebook at the cell that its address names.",
    autoStart: true,
    activate: (app) => {
      if (wanted.startsWith("#cell-id=")) goOn(app);
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.weakties = {
    init: async () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
