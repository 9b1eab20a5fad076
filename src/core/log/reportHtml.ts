import { plural, t } from '@lingui/core/macro';
import { dateWords } from '../dates';
import { points, signed } from '../figures';
import { i18n } from '../language';
import { macrotask } from '../macrotask';
import { range } from '../wording';
import { changesBetween } from './changes';
import { entryVerdict } from './entryVerdict';
import { entryTitle, fromWords, phaseWords, picturesWords, shareWords } from './entryWords';
import { html, trusted, type Html } from './html';
import type { LogEntry } from './logEntry';
import type { ReportHead } from './logJson';
import { reportEntry } from './reportEntry';
import { commonSettings, differingSettings } from './reportSettings';
import { reportStyle } from './reportStyle';

/**
 * The experiments as one page that stands by itself: no script, no request, and light, for printing. Each takes a turn of
 * its own, so that a long log does not hold up the page.
 *
 * @param entries in the order in which they are told.
 * @param referenceOf what an entry's settings are compared with; null: nothing.
 */
export async function reportHtml(
  { title, learner, madeAt }: ReportHead,
  entries: readonly LogEntry[],
  referenceOf: (entry: LogEntry) => LogEntry | null,
): Promise<string> {
  const told: Html[] = [];
  for (const entry of entries) {
    told.push(reportEntry(entry, referenceOf(entry)));
    await macrotask();
  }
  const page = html`<!doctype html>
    <html lang="${i18n.locale}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${trusted(reportStyle)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <h1>${title}</h1>
            <p class="soft">
              ${learner === '' ? null : html`${learner}, `}<time datetime="${new Date(madeAt).toISOString()}"
                >${dateWords(madeAt)}</time
              >;
              ${plural(entries.length, {
                one: 'made with Transfer Lab out of # experiment.',
                other: 'made with Transfer Lab out of # experiments.',
              })}
            </p>
          </header>
          ${overview(entries, referenceOf)} ${reading} ${commonSettings(entries)} ${told} ${differingSettings(entries)}
        </main>
      </body>
    </html> `;
  return page.markup;
}

/** How to read it, once. */
const reading = html`<h3>${t`How to read this`}</h3>
  <ul>
    ${[
      t`Every experiment trains a small head on top of a frozen network twice from the same start: <b>without</b> dropout and <b>with</b> it. The two differ in the dropout rate and in nothing else.`,
      t`<b>Curves</b> are means over the seeds, measured after every epoch with dropout off: <b>training</b> (dashed, circles) on the pictures that were learned from, with the labels that were given, <b>validation</b> (solid, squares) on pictures that were never learned from. Where training keeps rising and validation does not, the head learns by heart.`,
      t`<b>Loss</b> is the cross-entropy in nats: it also counts how sure a wrong answer was. A <b>seed</b> fixes every random draw; repeats with other seeds show how much is chance.`,
      t`<b>Who is taken for whom</b>: down the true class, across the answer; right answers are framed. <b>Recall</b>: of a class’s pictures, how many are answered so. <b>Precision</b>: of a class’s answers, how many are right.`,
      t`Each interval is about its one experiment. Of twenty comparisons without any effect, about one looks like an effect at 95\u00a0%; and whichever experiment is picked as the best on the validation pictures looks a little better than it is.`,
      t`What all experiments have alike is told once, below; what each has of its own stands with it (<b>◆</b>) and, all together, in a table at the end.`,
    ].map((sentence) => html`<li>${trusted(sentence)}</li>`)}
  </ul>`;

function overview(entries: readonly LogEntry[], referenceOf: (entry: LogEntry) => LogEntry | null): Html {
  return html`<div class="wide">
    <table>
      <caption>
        ${t`All experiments of this report; accuracies on validation pictures after the last epoch, means over the seeds`}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t`No.`}</th>
          <th scope="col" class="text">${t`Pictures`}</th>
          <th scope="col" class="text">${t`What differs`}</th>
          <th scope="col">${t`Without`}</th>
          <th scope="col">${t`With`}</th>
          <th scope="col">${t`Difference in points, 95\u00a0% interval`}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry) => {
          const reference = referenceOf(entry);
          const verdict = entryVerdict(entry);
          const [without, withDropout] = verdict?.arms ?? [];
          return html`<tr>
            <th scope="row">${entry.number}</th>
            <td class="text">
              ${picturesWords(entry)}<br /><small
                >${[phaseWords(entry), fromWords(entry)].filter(Boolean).join('; ')}</small
              >
            </td>
            <td class="text">${reference === null ? '–' : changeList(reference, entry)}</td>
            <td>${shareWords(without?.validation.mean)}</td>
            <td>${shareWords(withDropout?.validation.mean)}</td>
            <td>${verdict ? difference(verdict.accuracy.difference) : '–'}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function difference(e: Parameters<typeof range>[0]): string {
  const size = signed(points(e.mean));
  return e.kind === 'single' ? t`${size} (one run)` : `${size} (${range(e, points)})`;
}

function changeList(reference: LogEntry, entry: LogEntry): Html {
  const changes = changesBetween(reference, entry);
  const other = entryTitle(reference);
  if (changes.length === 0) return html`${t`nothing, against ${other}`}`;
  return html`${changes.map(({ label, before, after }, i) => html`${i === 0 ? '' : '; '}${label}: ${before} → ${after}`)}`;
}
