const LONGEST_COMPARED = 64;

/** The letters that are compared: the first 64, case left aside. */
function lettersOf(text: string): readonly string[] {
  return [...text.slice(0, LONGEST_COMPARED).toLowerCase()];
}

/** Edit distance (insert, delete or replace a letter). */
function distance(left: readonly string[], right: readonly string[]): number {
  let row = [0, ...right.map((_, index) => index + 1)];
  let last = right.length;
  for (const letter of left) {
    const next: number[] = [];
    let diagonal = 0;
    for (const [column, above] of row.entries()) {
      const replaced = diagonal + (letter === right[column - 1] ? 0 : 1);
      last = column === 0 ? above + 1 : Math.min(replaced, above + 1, last + 1);
      next.push(last);
      diagonal = above;
    }
    row = next;
  }
  return last;
}

/**
 * The known names closest to what was written, best first, at most `most` of them; ties in the order of the alphabet.
 * For messages only: nothing is ever replaced by its neighbour.
 */
export function nearestNames(written: string, known: Iterable<string>, most = 3): readonly string[] {
  const wanted = lettersOf(written);
  return [...new Set(known)]
    .map((name) => ({ name, far: distance(wanted, lettersOf(name)) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** ` Did you mean a, b, or c?` for a message; the empty text where nothing is known. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${disjunction(names)}?`;
}

/** As `Intl.ListFormat` writes it in English, whose making would be a good part of the library's start-up. */
function disjunction(names: readonly string[]): string {
  const last = names.slice(-1).join('');
  const before = names.slice(0, -1);
  if (before.length === 0) return last;
  return before.length === 1 ? `${before.join('')} or ${last}` : `${before.join(', ')}, or ${last}`;
}
