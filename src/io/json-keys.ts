const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/**
 * The keys that stand twice in one record of a JSON text that has already been parsed, as they are written. `JSON.parse`
 * keeps the last of two equal keys without a word, and a figure with it.
 */
export function repeatedKeys(text: string): readonly string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  let before = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (token === ':') {
      const keys = open.at(-1);
      const key = String(JSON.parse(before));
      if (keys?.has(key) === true) repeated.push(key);
      keys?.add(key);
    }
    before = token;
  }
  return repeated;
}
