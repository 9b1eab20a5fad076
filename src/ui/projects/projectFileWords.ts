import { plural, t } from '@lingui/core/macro';
import { limits } from '../../core/collection';
import { dateWords } from '../../core/dates';
import { grouped } from '../../core/figures';
import type { FileWork } from '../../core/project/fileWork';
import type { ProjectManifest } from '../../core/project/projectManifest';
import type { Merge } from '../../core/project/merge';

type Working = Extract<FileWork, { readonly phase: 'working' }>;

export const workingTitle = ({ doing, name }: Pick<Working, 'doing' | 'name'>): string =>
  ({ saving: t`Saving “${name}”`, opening: t`Opening “${name}”`, adding: t`Adding the pictures of “${name}”` })[doing];

export function workingWords({ doing, done, total }: Pick<Working, 'doing' | 'done' | 'total'>): string {
  if (total === 0) return doing === 'saving' ? t`Collecting what belongs to it` : t`Looking through the file`;
  const ready = grouped(done);
  return doing === 'saving'
    ? plural(total, { one: `${ready} of # file written`, other: `${ready} of # files written` })
    : plural(total, { one: `${ready} of # file read`, other: `${ready} of # files read` });
}

/** "Saved 3 May 2025, 14:05, with 28 pictures, 4 of them set aside for the test; 3 experiments in the log." */
export function contentsWords({ savedAt, pictures, log, heads, testOpenedAt }: ProjectManifest): string {
  const date = dateWords(savedAt);
  const parts = [plural(pictures.length, { one: '# picture', other: '# pictures' })];
  const aside = pictures.filter((p) => p.test).length;
  if (aside > 0)
    parts.push(
      testOpenedAt === null
        ? plural(aside, { one: '# of them set aside for the test', other: '# of them set aside for the test' })
        : plural(aside, {
            one: '# of them set aside for the test, which has been opened',
            other: '# of them set aside for the test, which has been opened',
          }),
    );
  const experiments =
    log.length === 0
      ? t`no experiment in the log`
      : plural(log.length, { one: '# experiment in the log', other: '# experiments in the log' });
  const trained =
    heads.length === 0
      ? ''
      : `, ${plural(heads.length, { one: '# with trained heads', other: '# with trained heads' })}`;
  const contents = parts.join(', ');
  return `${t`Saved ${date}, with ${contents}`}; ${experiments}${trained}.`;
}

/** What adding would do, before any picture is read. */
export function mergeWords({ report, added }: Merge): string {
  const { duplicates, contradictions, skipped } = report;
  const most = grouped(limits.pictures);
  const parts = [
    added.length === 0
      ? t`No picture would come in`
      : plural(added.length, { one: '# picture would come in', other: '# pictures would come in' }),
  ];
  if (duplicates.length > 0)
    parts.push(
      plural(duplicates.length, {
        one: '# is here already and kept once',
        other: '# are here already and kept once',
      }),
    );
  if (contradictions.length > 0)
    parts.push(
      plural(contradictions.length, {
        one: '# is here in another class, so that one of the two labels must be wrong',
        other: '# are here in another class, so that one of the two labels must be wrong',
      }),
    );
  if (skipped.length > 0)
    parts.push(
      plural(skipped.length, {
        one: `# does not fit: at most ${most} pictures`,
        other: `# do not fit: at most ${most} pictures`,
      }),
    );
  return `${parts.join('; ')}.`;
}
