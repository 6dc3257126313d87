// Python, beside the page: it runs cells and widgets' rules, and the page stays quick meanwhile.

const counted = { "pyodide.asm.wasm": 0, "python_stdlib.zip": 0, "weakties.zip": 0 };
let sizes = {};

/** What has come of the large files, as a share of them all. */
function tellProgress() {
  const names = Object.keys(counted);
  const sum = (values) => names.reduce((total, name) => total + values[name], 0);
  postMessage({ kind: "progress", share: sum(counted) / sum(sizes) });
}

const plainFetch = self.fetch.bind(self);

/** Fetch, and say how much of a large file has come. It is handed on as it is: a browser keeps what it
    compiled of a response that is its own. */
self.fetch = async (request, options) => {
  const response = await plainFetch(request, options);
  const name = new URL(response.url).pathname.split("/").pop();
  if (name in counted && response.body && response.ok) count(name, response.clone().body.getReader());
  return response;
};

async function count(name, reader) {
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    counted[name] += read.value.byteLength;
    tellProgress();
  }
}

async function started(base) {
  sizes = await (await plainFetch(`${base}files.json`)).json();
  const [library] = await Promise.all([
    self.fetch(`${base}weakties.zip`).then((response) => response.arrayBuffer()),
    importScripts(`${base}pyodide.js`),
  ]);
  const python = await loadPyodide({ indexURL: base });
  python.unpackArchive(library, "zip", { extractDir: "/lib/python3.12/site-packages" });
  return python.pyimport("stage");
}

let ready = null;

function tell(widget, state) {
  postMessage({ kind: "state", widget, state: JSON.parse(state) });
}

const does = {
  start: async ({ base }) => {
    ready = started(base);
    await ready;
  },
  run: async ({ source }) => {
    const stage = await ready;
    return JSON.parse(stage.run(source, tell));
  },
  take: async ({ widget, state }) => {
    const stage = await ready;
    stage.take(widget, JSON.stringify(state));
  },
};

// One after the other, in the order in which they came.
let before = Promise.resolve();

self.onmessage = ({ data: { kind, number, ...rest } }) => {
  before = before.then(async () => {
    try {
      postMessage({ kind: "done", number, value: await does[kind](rest) });
    } catch (error) {
      postMessage({ kind: "failed", number, message: String(error?.message ?? error) });
    }
  });
};
