/** A count with its noun, for messages: `1 row`, `2 rows`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
