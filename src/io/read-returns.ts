import { combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { parseSpendReplacements } from '../ledger/replace-spend-input.js';
import { parseAskedSites, parseSupplierReturns } from '../reception/supplier-return.js';
import { fromFile, rowsWith } from './from-file.js';
import type { ProjectReturns } from './project.js';
import type { ReturnSettings } from './reception-settings.js';

/** The three files of a project's supplier returns; nothing where it names none. */
export async function readReturns(
  settings: ReturnSettings | undefined,
  folder: string,
): Promise<Outcome<ProjectReturns | undefined>> {
  if (settings === undefined) return success(undefined);
  return combine<ProjectReturns>({
    returns: await fromFile(folder, settings.file, rowsWith(parseSupplierReturns)),
    asked: await fromFile(folder, settings.asked, rowsWith(parseAskedSites)),
    replacements: await fromFile(folder, settings.replacements, rowsWith(parseSpendReplacements)),
  });
}
