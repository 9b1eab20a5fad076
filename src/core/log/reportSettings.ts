import { plural, t } from '@lingui/core/macro';
import { listed } from '../listed';
import { fields } from '../settingFields';
import { comparedKeys } from './changes';
import { baseEngineWords, entrySetting, headsEngineWords, picturesWords } from './entryWords';
import { html, type Html } from './html';
import type { LogEntry } from './logEntry';

/** One thing that is written down of every experiment. */
interface Row {
  readonly label: string;
  readonly of: (entry: LogEntry) => string;
}

/** So many experiments stand beside each other on paper. */
const columns = 6;

/** What all experiments of a report have alike: once, in front. */
export function commonSettings(entries: readonly LogEntry[]): Html {
  const [first] = entries;
  if (!first) return html``;
  const rows = rowsOf(entries).filter((row) => isAlike(row, entries));
  return html`<section class="common">
    <h3>${entries.length === 1 ? t`Settings` : t`The same in all experiments`}</h3>
    <ul class="settings">
      ${rows.map(({ label, of }) => html`<li><span>${label}</span><b>${of(first)}</b></li>`)}
    </ul>
  </section>`;
}

/** What they do not have alike: tables at the end, of a few experiments each. */
export function differingSettings(entries: readonly LogEntry[]): Html {
  const rows = rowsOf(entries).filter((row) => !isAlike(row, entries));
  if (rows.length === 0) return html``;
  const parts = Array.from({ length: Math.ceil(entries.length / columns) }, (_, k) =>
    entries.slice(k * columns, (k + 1) * columns),
  );
  return html`<section>
    <h2>${t`What was not the same`}</h2>
    ${parts.map(
      (part) =>
        html`<div class="wide">
          <table class="differing">
            <thead>
              <tr>
                <th scope="col">${t`Experiment`}</th>
                ${part.map(({ number }) => html`<th scope="col">${number}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ label, of }) =>
                  html`<tr>
                    <th scope="row">${label}</th>
                    ${part.map((entry) => html`<td>${of(entry)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
    )}
  </section>`;
}

function rowsOf(entries: readonly LogEntry[]): readonly Row[] {
  const packages = [...new Set(entries.flatMap(({ versions }) => Object.keys(versions)))];
  return [
    ...comparedKeys.map((key) => ({ label: fields[key].label, of: (entry: LogEntry) => entrySetting(key, entry) })),
    { label: t`Pictures`, of: picturesWords },
    { label: t`Digest of the pictures`, of: ({ picturesDigest }) => picturesDigest },
    { label: t`Features`, of: ({ base: { features } }) => plural(features, { one: '# number', other: '# numbers' }) },
    {
      label: t`Cut of the base`,
      of: ({ base: { blocks } }) => blockWords(listed(blocks.map(({ number }) => String(number)))),
    },
    { label: t`Files of the base`, of: ({ base }) => `${base.id}, ${base.revision.slice(0, 12)}` },
    { label: t`Features computed on`, of: ({ engine }) => baseEngineWords(engine) },
    { label: t`Heads trained on`, of: ({ engine }) => headsEngineWords(engine) },
    ...packages.map((name) => ({ label: name, of: ({ versions }: LogEntry) => versions[name] ?? '–' })),
    { label: t`Id of the experiment`, of: ({ id }) => id },
  ];
}

const blockWords = (numbers: string): string => t`block ${numbers}`;

const isAlike = ({ of }: Row, entries: readonly LogEntry[]): boolean => new Set(entries.map(of)).size === 1;
