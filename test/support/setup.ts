/**
 * Runs before every test file. A test fails when the library wrote to the console, or when it changed what every
 * object or array of the program inherits.
 */
import { afterAll, afterEach } from 'vitest';

const written: string[] = [];

const methods = console as unknown as Record<string, unknown>;
for (const name of Object.keys(methods)) {
  const original = methods[name];
  if (typeof original !== 'function') continue;
  methods[name] = (...values: unknown[]): unknown => {
    written.push(`console.${name}(${values.map(String).join(', ')})`);
    return Reflect.apply(original, console, values);
  };
}

const prototypes = { 'Object.prototype': Object.prototype, 'Array.prototype': Array.prototype };
// Maps: an object that holds the members of Object.prototype would itself inherit what is added there.
const before = Object.entries(prototypes).map(([name, prototype]) => ({
  name,
  prototype,
  members: membersOf(prototype),
}));

function membersOf(prototype: object): Map<PropertyKey, PropertyDescriptor | undefined> {
  return new Map(Reflect.ownKeys(prototype).map((key) => [key, Reflect.getOwnPropertyDescriptor(prototype, key)]));
}

/** What was added, replaced or removed. It is put back, so that only the test at fault fails. */
function changedMembers(): string[] {
  const changed: string[] = [];
  for (const { name, prototype, members } of before) {
    const now = membersOf(prototype);
    for (const key of new Set([...members.keys(), ...now.keys()])) {
      const then = members.get(key);
      if (sameMember(now.get(key), then)) continue;
      if (then === undefined) Reflect.deleteProperty(prototype, key);
      else Reflect.defineProperty(prototype, key, then);
      changed.push(`${name}.${String(key)}`);
    }
  }
  return changed;
}

function sameMember(a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean {
  return (
    Object.is(a?.value, b?.value) && a?.get === b?.get && a?.set === b?.set && (a === undefined) === (b === undefined)
  );
}

function refuseSideEffects(): void {
  const calls = written.splice(0);
  const changed = changedMembers();
  if (calls.length > 0) throw new Error(`Nothing may write to the console, but there was:\n${calls.join('\n')}`);
  if (changed.length > 0) throw new Error(`Nothing may change what all objects inherit: ${changed.join(', ')}`);
}

afterEach(refuseSideEffects);
afterAll(refuseSideEffects);
