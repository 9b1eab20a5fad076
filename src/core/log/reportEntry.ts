import { dateWords } from '../dates';
import { count, nats, percent, points, signed } from '../figures';
import { fields } from '../settings';
import { range } from '../wording';
import { wrongShare } from '../wrongLabels';
import { changedSettings, comparedKeys, otherChanges } from './changes';
import { curveRange } from './curveRange';
import { entryVerdict } from './entryVerdict';
import {
  durationWords,
  engineWords,
  entrySetting,
  entryTitle,
  fromWords,
  phaseWords,
  picturesWords,
} from './entryWords';
import { html, type Html } from './html';
import type { LogEntry, TestResult } from './logEntry';
import { reportChart } from './reportChart';

/** One experiment of the report, on a page of its own when it is printed. */
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
    ${entry.epochsDone > 0 ? charts(entry) : null}
    ${
      verdict
        ? html`<ul>
            ${verdict.sentences.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>`
        : null
    }
    ${entry.test ? testResult(entry.test) : null}
    <h3>Settings${reference ? html` <small>(◆ differs from ${entryTitle(reference)})</small>` : null}</h3>
    ${settings(entry, reference)} ${entry.runs.length > 0 ? finals(entry) : null}
    <p class="soft">
      <small
        >${engineWords(entry)}. Base: ${entry.base.id}, files ${entry.base.revision.slice(0, 12)}, cut after block
        ${entry.base.blocks.map(({ number }) => number).join(' and ')}.
        ${Object.entries(entry.versions).map(([name, version]) => html`${name} ${version}; `)}pictures
        ${entry.picturesDigest}; experiment ${entry.id}.</small
      >
    </p>
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
            <h3>${arm === 0 ? 'Without dropout' : `With dropout ${own.dropoutRate}`}: ${measure}</h3>
            ${reportChart(chart)}
          </div>`;
        })}`,
    )}
  </div>`;
}

function settings(entry: LogEntry, reference: LogEntry | null): Html {
  const changed = new Set(reference ? changedSettings(reference, entry) : []);
  const others = reference ? otherChanges(reference, entry) : [];
  return html`<ul class="settings">
    ${comparedKeys.map((key) => {
      const value = entrySetting(key, entry);
      if (!reference || !changed.has(key))
        return html`<li class="same"><span>${fields[key].label}</span><b>${value}</b></li>`;
      return html`<li class="changed">
        <span>◆ ${fields[key].label}</span><b>${value}<small>was ${entrySetting(key, reference)}</small></b>
      </li>`;
    })}${others.map(
      ({ label, before, after }) =>
        html`<li class="changed">
          <span>◆ ${label}</span><b>${after}<small>was ${before}</small></b>
        </li>`,
    )}
  </ul>`;
}

function finals({ curves, runs, epochsDone }: LogEntry): Html {
  const [without, withDropout] = curves.map(({ arm }) => runs.filter((run) => run.arm === arm));
  return html`<h3>After epoch ${epochsDone}, seed by seed</h3>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col" rowspan="2">Seed</th>
            <th scope="colgroup" colspan="3">Without dropout</th>
            <th scope="colgroup" colspan="3">With dropout ${curves[1]?.dropoutRate ?? 0}</th>
            <th scope="col" rowspan="2">Validation, with minus without</th>
          </tr>
          <tr>
            ${[0, 1].map(
              () =>
                html`<th scope="col">training</th>
                  <th scope="col">validation</th>
                  <th scope="col">valid. loss</th>`,
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
                  html`<td>${share(own?.training)}</td>
                    <td>${share(own?.validation)}</td>
                    <td>${own ? nats(own.validationLoss) : '–'}</td>`,
              )}
              <td>${other ? `${signed(points(other.validation - run.validation))} points` : '–'}</td>
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

export const share = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '–' : percent(value);
