const LONGEST_SHOWN = 64;

/**
 * An unknown value as it is named in messages and details: text and numbers as they are (cut at 64 characters), anything
 * else by what it is. Never calls into the value, so hostile input cannot make a message fail.
 */
export function shownValue(input: unknown): string {
  switch (typeof input) {
    case 'string':
      return input.length > LONGEST_SHOWN ? `${input.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : input;
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'undefined':
      return shownValue(String(input));
    case 'object':
      if (input === null) return 'null';
      return Array.isArray(input) ? 'a list' : 'a record';
    default:
      return `a ${typeof input}`;
  }
}

/** The same, with text in quotation marks. */
export function quotedValue(input: unknown): string {
  return typeof input === 'string' ? JSON.stringify(shownValue(input)) : shownValue(input);
}
