import { plural, t } from '@lingui/core/macro';
import { armWords } from '../armWords';
import { dateWords } from '../dates';
import { nats, percent, points, signed } from '../figures';
import { range } from '../wording';
import { wrongShare } from '../wrongLabels';
import { changesBetween } from './changes';
import { curveRange } from './curveRange';
import { entryVerdict } from './entryVerdict';
import { durationWords, entryTitle, fromWords, phaseWords, picturesWords, shareWords } from './entryWords';
import { html, type Html } from './html';
import type { LogEntry, TestResult } from './logEntry';
import { reportChart } from './reportChart';
import { reportConfusion, sideWords } from './reportConfusion';

/** One experiment of the report: what it has of its own; what all have alike is said once, see `commonSettings`. */
export function reportEntry(entry: LogEntry, reference: LogEntry | null): Html {
  const verdict = entryVerdict(entry);
  return html`<article>
    <h2>
      ${entryTitle(entry)}${entry.from === null ? null : html` <small>${fromWords(entry)}</small>`}${entry.pinned ? ` (${t`pinned`})` : null}
    </h2>
    <p class="soft">${dateWords(entry.startedAt)}. ${ranWords(entry)} ${usedWords(entry)}</p>
    ${
      entry.note.trim() === ''
        ? null
        : html`<h3>${t`Note`}</h3>
            <p class="note">${entry.note.trim()}</p>`
    }
    ${verdict ? html`<p class="verdict">${verdict.headline}</p>` : html`<p class="verdict">${t`No epoch was finished, so there is nothing to say.`}</p>`}
    ${entry.epochsDone > 0 ? charts(entry) : null} ${reference ? changes(entry, reference) : null}
    <div class="beside">
      ${
        verdict
          ? html`<ul>
              ${verdict.sentences.map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`
          : null
      }
      ${entry.runs.length > 0 ? finals(entry) : null}
    </div>
    ${entry.epochsDone > 0 ? reportConfusion(entry) : null} ${entry.test ? testResult(entry.test) : null}
  </article>`;
}

function ranWords(entry: LogEntry): string {
  const [phase, time] = [phaseWords(entry), durationWords(entry.seconds)];
  return t`${phase}, in ${time}.`;
}

function usedWords(entry: LogEntry): string {
  const [pictures, { trained, validated }] = [picturesWords(entry), entry];
  return t`Pictures: ${pictures}; of the first seed ${plural(trained, { one: '# training picture', other: '# training pictures' })} and ${validated} to check with.`;
}

function charts({ curves, verdict, settings: { epochs } }: LogEntry): Html {
  const wrong = verdict ? wrongShare(verdict.wrongLabels) : 0;
  return html`<div class="charts">
    ${(['accuracy', 'loss'] as const).map(
      (measure) =>
        html`${curves.map((own, arm) => {
          const reference = measure === 'accuracy' && wrong > 0 ? 1 - wrong : null;
          const chart = { curves: own, measure, epochs, range: curveRange(curves, measure), arm, reference };
          return html`<div>
            <h3>${sideWords(arm, curves)}: ${measure === 'accuracy' ? t`accuracy` : t`loss`}</h3>
            ${reportChart(chart)}
          </div>`;
        })}`,
    )}
  </div>`;
}

function changes(entry: LogEntry, reference: LogEntry): Html {
  const all = changesBetween(reference, entry);
  const other = entryTitle(reference);
  if (all.length === 0) return html`<p class="soft">${t`Nothing differs from ${other}.`}</p>`;
  return html`<p class="soft">${t`Differs from ${other}:`}</p>
    <ul class="changes">
      ${all.map(
        ({ label, before, after }) =>
          html`<li class="changed">
            <span>◆ ${label}</span> <b>${after} <small>${t`was ${before}`}</small></b>
          </li>`,
      )}
    </ul>`;
}

function finals({ curves, runs, epochsDone }: LogEntry): Html {
  const [without, withDropout] = curves.map(({ arm }) => runs.filter((run) => run.arm === arm));
  return html`<div class="wide">
    <table class="seeds">
      <caption>
        ${t`After epoch ${epochsDone}, seed by seed; accuracies, and the loss on validation pictures`}
      </caption>
      <thead>
        <tr>
          <th scope="col" rowspan="2">${t`Seed`}</th>
          <th scope="colgroup" colspan="3">${sideWords(0, curves)}</th>
          <th scope="colgroup" colspan="3">${sideWords(1, curves)}</th>
          <th scope="col" rowspan="2">${t`Valid., with − without`}</th>
        </tr>
        <tr>
          ${[0, 1].map(
            () =>
              html`<th scope="col">${t`train.`}</th>
                <th scope="col">${t`valid.`}</th>
                <th scope="col">${t`loss`}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${(without ?? []).map((run, k) => {
          const other = withDropout?.[k];
          return html`<tr>
            <th scope="row">${run.seed}</th>
            ${[run, other].map(
              (own) =>
                html`<td>${shareWords(own?.training)}</td>
                  <td>${shareWords(own?.validation)}</td>
                  <td>${own ? nats(own.validationLoss) : '–'}</td>`,
            )}
            <td>${other ? signed(points(other.validation - run.validation)) : '–'}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function testResult({ openedAt, pictures, arms, difference, sentence }: TestResult): Html {
  const day = dateWords(openedAt);
  const each = arms.map((arm) => `${percent(arm.accuracy.mean)} ${armWords(arm)}`).join(', ');
  const [change, interval] = [signed(points(difference.mean)), range(difference, points)];
  return html`<h3>${t`Test set, opened ${day}`}</h3>
    <p>
      ${
        difference.kind === 'interval'
          ? t`${plural(pictures, { one: '# picture', other: '# pictures' })} that took part in nothing before: ${each}; difference ${change} points (95\u00a0% interval ${interval}).`
          : t`${plural(pictures, { one: '# picture', other: '# pictures' })} that took part in nothing before: ${each}; difference ${change} points.`
      }
      ${sentence}
    </p>`;
}
