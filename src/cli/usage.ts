/** The command was called wrongly: its message goes to the caller with the usage, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `hiilitase: greenhouse-gas inventories of public bodies

  hiilitase figures <project> [--out <folder>]
      Prints the annual figures of a project file (hiilitase.json) and writes
      figures.json, the same at full precision, into the folder.
  hiilitase explain <line-id> <project>
      Prints the workings of one emission line, down to its ledger rows.
  hiilitase --help
  hiilitase --version

Exit codes: 0 done; 2 called wrongly; 3 the data have issues, nothing was
written; 4 a file could not be written; 70 a fault of the program itself.`;
