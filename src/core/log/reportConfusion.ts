import { plural, t } from '@lingui/core/macro';
import { decimal, grouped } from '../figures';
import type { ConfusionCounts } from '../metrics';
import { confusionScores } from '../mistakes/confusion';
import { shareWords } from './entryWords';
import { html, type Html } from './html';
import type { LogEntry } from './logEntry';

/** With more classes, their names above the columns are turned. */
const mostUpright = 8;

/** Who was taken for whom on the validation pictures, in a table for each side. */
export function reportConfusion({ confusion, classes, curves, epochsDone, settings }: LogEntry): Html {
  if (!confusion)
    return html`<p class="soft">
      ${t`Who was taken for whom is not known: this experiment was written down before the log kept it.`}
    </p>`;
  const { seeds } = settings;
  const names = classes.map(({ name }) => name);
  return html`<h3>${t`Who is taken for whom`}</h3>
    <p class="soft">
      ${
        seeds === 1
          ? t`Validation pictures after epoch ${epochsDone}.`
          : t`Validation pictures after epoch ${epochsDone}, ${seeds} seeds together: a picture counts once for each seed that checks with it.`
      }
    </p>
    <div class="${names.length > mostUpright ? 'matrices turned' : 'matrices'}">
      ${confusion.map((counts, arm) => html`<div>${matrix(sideWords(arm, curves), counts, names)}</div>`)}
    </div>`;
}

/** "Without", "With 0.5" */
export function sideWords(arm: number, curves: LogEntry['curves']): string {
  const rate = decimal(curves[arm]?.dropoutRate ?? 0);
  return arm === 0 ? t`Without` : t`With ${rate}`;
}

function matrix(arm: string, counts: ConfusionCounts, names: readonly string[]): Html {
  const { scores, right, total } = confusionScores(counts);
  const correct = grouped(right);
  return html`<table class="matrix">
    <caption>
      ${arm}: ${plural(total, { one: `${correct} of # answer right`, other: `${correct} of # answers right` })}
    </caption>
    <thead>
      <tr>
        <th scope="col" rowspan="2">${t`True class`}</th>
        <th scope="colgroup" colspan="${names.length}">${t`Answer`}</th>
        <th scope="col" rowspan="2">${t`Recall`}</th>
        <th scope="col" rowspan="2">${t`Precision`}</th>
      </tr>
      <tr>
        ${names.map((name) => html`<th scope="col" class="answer"><span>${name}</span></th>`)}
      </tr>
    </thead>
    <tbody>
      ${counts.map((line, truth) => {
        const all = line.reduce((sum, n) => sum + n, 0);
        return html`<tr>
          <th scope="row">${names[truth] ?? ''}</th>
          ${line.map((n, answer) => cell(n, all === 0 ? 0 : n / all, truth === answer))}
          <td>${shareWords(scores[truth]?.recall)}</td>
          <td>${shareWords(scores[truth]?.precision)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** The larger its share of the true class, in [0, 1], the darker; never so dark that the number is hard to read. */
const cell = (n: number, share: number, isRight: boolean): Html =>
  html`<td
    class="${isRight ? 'answer right' : 'answer'}"
    style="background: rgb(${isRight ? '13 106 137' : '173 71 14'} / ${Math.round(share * 35)}%)"
  >
    ${n}
  </td>`;
