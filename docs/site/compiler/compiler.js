// Compiles Python for the browser by the very Python that will run there.
//
//     node compiler.js FOLDER-OF-PYODIDE FOLDER     (with sources.zip in it; bytecode.zip is written)

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [pyodide, folder] = process.argv.slice(2);
const { loadPyodide } = require(join(pyodide, "pyodide.js"));

async function main() {
  const python = await loadPyodide({ indexURL: pyodide });
  python.mountNodeFS("/folder", folder);
  python.runPython(readFileSync(join(__dirname, "compiler.py"), "utf8"));
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
