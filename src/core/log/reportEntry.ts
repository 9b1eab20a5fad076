import { dateWords } from '../dates';
import { count, nats, percent, points, signed } from '../figures';
import { range } from '../wording';
import { wrongShare } from '../wrongLabels';
import { changesBetween } from './changes';
import { curveRange } from './curveRange';
import { entryVerdict } from './entryVerdict';
import { durationWords, entryTitle, fromWords, phaseWords, picturesWords, shareWords } from './entryWords';
import { html, type Html } from './html';
import type { LogEntry, TestResult } from './logEntry';
import { reportChart } from './reportChart';
import { reportConfusion } from './reportConfusion';

/** One experiment of the report: what it has of its own; what all have alike is said once, see `commonSettings`. */
export function reportEntry(entry: LogEntry, reference: LogEntry | null): Html {
  const verdict = entryVerdict(entry);
  return html`<article>
    <h2>
      ${entryTitle(entry)}${entry.from === null ? null : html` <small>${fromWords(entry)}</small>`}${entry.pinned ? ' (pinned)' : null}
    </h2>
    <p class="soft">
      ${dateWords(entry.startedAt)}. ${phaseWords(entry)}, in ${durationWords(entry.seconds)}. Pictures:
      ${picturesWords(entry)}; of the first seed ${count(entry.trained, 'training picture')} and ${entry.validated} to
      check with.
    </p>
    ${
      entry.note.trim() === ''
        ? null
        : html`<h3>Note</h3>
            <p class="note">${entry.note.trim()}</p>`
    }
    ${verdict ? html`<p class="verdict">${verdict.headline}</p>` : html`<p class="verdict">No epoch was finished, so there is nothing to say.</p>`}
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

function charts({ curves, verdict, settings: { epochs } }: LogEntry): Html {
  const wrong = verdict ? wrongShare(verdict.wrongLabels) : 0;
  return html`<div class="charts">
    ${(['accuracy', 'loss'] as const).map(
      (measure) =>
        html`${curves.map((own, arm) => {
          const reference = measure === 'accuracy' && wrong > 0 ? 1 - wrong : null;
          const chart = { curves: own, measure, epochs, range: curveRange(curves, measure), arm, reference };
          return html`<div>
            <h3>${arm === 0 ? 'Without' : `With ${own.dropoutRate}`}: ${measure}</h3>
            ${reportChart(chart)}
          </div>`;
        })}`,
    )}
  </div>`;
}

function changes(entry: LogEntry, reference: LogEntry): Html {
  const all = changesBetween(reference, entry);
  if (all.length === 0) return html`<p class="soft">Nothing differs from ${entryTitle(reference)}.</p>`;
  return html`<p class="soft">Differs from ${entryTitle(reference)}:</p>
    <ul class="changes">
      ${all.map(
        ({ label, before, after }) =>
          html`<li class="changed">
            <span>◆ ${label}</span> <b>${after} <small>was ${before}</small></b>
          </li>`,
      )}
    </ul>`;
}

function finals({ curves, runs, epochsDone }: LogEntry): Html {
  const [without, withDropout] = curves.map(({ arm }) => runs.filter((run) => run.arm === arm));
  return html`<div class="wide">
    <table class="seeds">
      <caption>
        After epoch ${epochsDone}, seed by seed; accuracies, and the loss on validation pictures
      </caption>
      <thead>
        <tr>
          <th scope="col" rowspan="2">Seed</th>
          <th scope="colgroup" colspan="3">Without</th>
          <th scope="colgroup" colspan="3">With ${curves[1]?.dropoutRate ?? 0}</th>
          <th scope="col" rowspan="2">Valid., with − without</th>
        </tr>
        <tr>
          ${[0, 1].map(
            () =>
              html`<th scope="col">train.</th>
                <th scope="col">valid.</th>
                <th scope="col">loss</th>`,
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
  return html`<h3>Test set, opened ${dateWords(openedAt)}</h3>
    <p>
      ${count(pictures, 'picture')} that took part in nothing before:
      ${arms.map(({ name, accuracy }, i) => html`${i === 0 ? '' : ', '}${percent(accuracy.mean)} ${name}`)}; difference
      ${signed(points(difference.mean))}
      points${difference.kind === 'interval' ? ` (95\u00a0% interval ${range(difference, points)})` : ''}. ${sentence}
    </p>`;
}
