import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const file = pathOf('must-not-compile.test-d.ts');
const EXPECTED = /@ts-expect-error \[ts(\d+)\] -- ./;

/** The compiler's codes by line, for the file as it would be without a single expectation. */
function codesByLine(source: string): ReadonlyMap<number, readonly number[]> {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const options = ts.getParsedCommandLineOfConfigFile(pathOf('../../tsconfig.json'), {}, host)?.options ?? {};
  const compiler = ts.createCompilerHost(options);
  const read = compiler.getSourceFile.bind(compiler);
  compiler.getSourceFile = (name, target, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source.replaceAll('@ts-expect-error', ''), target, true)
      : read(name, target, ...rest);
  const program = ts.createProgram([file], options, compiler);
  const found = new Map<number, number[]>();
  for (const { file: where, start, code } of ts.getPreEmitDiagnostics(program, program.getSourceFile(file))) {
    const line = where === undefined || start === undefined ? 0 : where.getLineAndCharacterOfPosition(start).line + 1;
    found.set(line, [...(found.get(line) ?? []), code]);
  }
  return found;
}

test('every wrong program fails with the code it says, and with no other', () => {
  const source = readFileSync(file, 'utf8');
  const lines = source.split('\n');
  const expected = lines.flatMap((line, index) => {
    const code = EXPECTED.exec(line)?.[1];
    return code === undefined ? [] : [[index + 2, [Number(code)]] as const];
  });
  expect(expected.length).toBe(lines.filter((line) => line.includes('@ts-expect-error [')).length);
  expect(expected.length).toBeGreaterThan(60);
  expect(Object.fromEntries(codesByLine(source))).toEqual(Object.fromEntries(expected));
});
