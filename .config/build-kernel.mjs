/**
 * Compiles src/io/plain-rows.as and writes its bytes into src/io/plain-rows-module.ts. Run it after a change of the source:
 * `npm run build:kernel`. The same compiler gives the same bytes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = new URL('../src/io/plain-rows.as', import.meta.url);
const MODULE = new URL('../src/io/plain-rows-module.ts', import.meta.url);
const OPTIONS = {
  runtime: 'stub',
  noAssert: true,
  optimizeLevel: 3,
  shrinkLevel: 1,
  enable: ['simd'],
  importMemory: true,
};
const CHARACTERS_OF_A_LINE = 112;

/** The compiled bytes, as base64. */
export async function compiledKernel() {
  const { error, binary, stderr } = await asc.compileString(await readFile(SOURCE, 'utf8'), OPTIONS);
  if (error !== null) throw new Error(`${SOURCE.pathname}: ${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

function moduleText(base64) {
  const lines = base64.match(new RegExp(`.{1,${CHARACTERS_OF_A_LINE}}`, 'g')) ?? [];
  return [
    '/** The bytes of plain-rows.as, compiled by `npm run build:kernel`, in base64. Not written by hand. */',
    'export const PLAIN_ROWS: string = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(MODULE, moduleText(await compiledKernel()));
