import { t } from '@lingui/core/macro';
import { dateWords } from '../../core/dates';
import { count } from '../../core/figures';
import type { FileWork } from '../../core/project/fileWork';
import type { ProjectManifest } from '../../core/project/projectManifest';
import type { Merge } from '../../core/project/merge';

type Working = Extract<FileWork, { readonly phase: 'working' }>;

export const workingTitle = ({ doing, name }: Pick<Working, 'doing' | 'name'>): string =>
  ({ saving: t`Saving “${name}”`, opening: t`Opening “${name}”`, adding: t`Adding the pictures of “${name}”` })[doing];

export function workingWords({ doing, done, total }: Pick<Working, 'doing' | 'done' | 'total'>): string {
  if (total === 0) return doing === 'saving' ? t`Collecting what belongs to it` : t`Looking through the file`;
  const verb = doing === 'saving' ? 'written' : 'read';
  return t`${done.toLocaleString('en')} of ${total.toLocaleString('en')} files ${verb}`;
}

/** "Saved 3 May 2025, 14:05, with 28 pictures, 4 of them set aside for the test; 3 experiments in the log." */
export function contentsWords({ savedAt, pictures, log, heads, testOpenedAt }: ProjectManifest): string {
  const aside = pictures.filter((p) => p.test).length;
  const test =
    aside === 0
      ? ''
      : t`, ${aside.toLocaleString('en')} of them set aside for the test${testOpenedAt === null ? '' : t`, which has been opened`}`;
  const experiments = log.length === 0 ? t`no experiment` : count(log.length, 'experiment');
  const trained = heads.length === 0 ? '' : t`, ${heads.length.toLocaleString('en')} with trained heads`;
  return `Saved ${dateWords(savedAt)}, with ${count(pictures.length, 'picture')}${test}; ${experiments} in the log${trained}.`;
}

/** What adding would do, before any picture is read. */
export function mergeWords({ report, added }: Merge): string {
  const { duplicates, contradictions, skipped } = report;
  const parts = [added.length === 0 ? t`No picture would come in` : t`${count(added.length, 'picture')} would come in`];
  if (duplicates.length > 0)
    parts.push(t`${duplicates.length === 1 ? '1 is' : t`${duplicates.length} are`} here already and kept once`);
  if (contradictions.length > 0)
    parts.push(
      t`${contradictions.length === 1 ? '1 is' : t`${contradictions.length} are`} here in another class, so that one of the two labels must be wrong`,
    );
  if (skipped.length > 0)
    parts.push(t`${skipped.length === 1 ? '1 does' : t`${skipped.length} do`} not fit: at most 2,000 pictures`);
  return `${parts.join('; ')}.`;
}
