import { t } from '@lingui/core/macro';
import { ticks } from 'd3-array';
import { epochAxis } from '../axes';
import { armWords } from '../armWords';
import { decimal, nats, points, setPercent } from '../figures';
import { curvePath, tenth as n } from './curvePath';
import { html, type Html } from './html';
import type { LogCurves } from './logEntry';

interface ReportChart {
  readonly curves: LogCurves;
  readonly measure: 'accuracy' | 'loss';
  /** Planned; the axis is the same for all charts of an experiment. */
  readonly epochs: number;
  /** Of all arms, so that their charts share one axis. */
  readonly range: readonly [number, number];
  /** 0: without dropout, 1: with it. */
  readonly arm: number;
  /** Training accuracy of a head that learns no wrong label; null: no label is wrong, or this is no accuracy. */
  readonly reference: number | null;
}

/** Four stand beside each other on paper; letters are 10 px of these. */
const width = 180;
const height = 140;
const plot = { left: 36, right: 6, top: 36, bottom: 30 };

/** Dark enough on white for letters; warm without dropout, cool with it, as on the page. */
const colours = [
  ['#9a6200', '#b03600'],
  ['#1b74b4', '#084c8d'],
] as const;

/** One arm's training and validation curve as an SVG: dashed with circles, solid with squares, each named above. */
export function reportChart({ curves, measure, epochs, range: [low, high], arm, reference }: ReportChart): Html {
  const x = (epoch: number) => plot.left + ((width - plot.left - plot.right) * epoch) / Math.max(epochs, 1);
  const y = (value: number) => plot.top + (height - plot.top - plot.bottom) * (1 - (value - low) / (high - low));
  const write = measure === 'accuracy' ? (v: number) => `${points(v)} %` : nats;
  const tick = measure === 'accuracy' ? (v: number) => `${Math.round(v * 100)} %` : decimal;
  const [training, validation] =
    measure === 'accuracy' ? [curves.training, curves.validation] : [curves.trainingLoss, curves.validationLoss];
  const own = colours[arm === 0 ? 0 : 1];
  const lines = [
    { name: t`training`, values: training, colour: own[0], dash: '6 4', isRound: true },
    { name: t`validation`, values: validation, colour: own[1], dash: 'none', isRound: false },
  ];
  const marked = Math.max(1, Math.round(epochs / 6));
  const last = training.length;
  const lastOf = (values: readonly number[]) => {
    const value = values.at(-1) ?? Number.NaN;
    return Number.isFinite(value) ? write(value) : t`no number`;
  };
  const side = armWords({ name: curves.arm });
  const words = lines.map(({ name, values }) => `${name} ${lastOf(values)}`).join(', ');
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label="${measure === 'accuracy' ? t`${side}, accuracy after epoch ${last}: ${words}` : t`${side}, loss after epoch ${last}: ${words}`}"
  >
    ${ticks(low, high, 4).map(
      (value) =>
        html`<path d="M${plot.left},${n(y(value))}H${width - plot.right}" stroke="#ddd" /><text
            x="${plot.left - 4}"
            y="${n(y(value) + 4)}"
            text-anchor="end"
            >${tick(value)}</text
          >`,
    )}
    ${epochAxis(epochs, 3).ticks.map(
      (epoch) => html`<text x="${n(x(epoch))}" y="${height - plot.bottom + 13}" text-anchor="middle">${epoch}</text>`,
    )}
    <path d="M${plot.left},${height - plot.bottom}H${width - plot.right}" stroke="#555" />
    ${reference === null ? null : across(reference, n(y(clamped(reference, low, high))))}
    <text x="${(plot.left + width - plot.right) / 2}" y="${height - 3}" text-anchor="middle">${t`epoch`}</text>
    ${lines.map(
      ({ name, values, colour, dash, isRound }, i) =>
        html`<path
            d="${curvePath(values, x, (v) => y(clamped(v, low, high)))}"
            fill="none"
            stroke="${colour}"
            stroke-width="1.5"
            stroke-dasharray="${dash}"
          />${values.map((value, at) =>
            Number.isFinite(value) && ((at + 1) % marked === 0 || at + 1 === last)
              ? mark(x(at + 1), y(clamped(value, low, high)), colour, isRound)
              : html``,
          )}${legend(name, lastOf(values), 11 + 14 * i, colour, dash, isRound)}`,
    )}
  </svg>`;
}

function across(reference: number, y: number): Html {
  const share = setPercent(reference);
  return html`<path
      d="M${plot.left},${y}H${width - plot.right}"
      stroke="#6a6d75"
      stroke-width="1.5"
      stroke-dasharray="2 3"
    />
    <text x="${plot.left + 3}" y="${y + 11}" style="font-size: 9px" stroke="#fff" stroke-width="3" paint-order="stroke">
      ${t`${share}: no wrong label learned`}
    </text>`;
}

const clamped = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

const mark = (x: number, y: number, colour: string, isRound: boolean): Html =>
  isRound
    ? html`<circle cx="${n(x)}" cy="${n(y)}" r="2.5" fill="#fff" stroke="${colour}" stroke-width="1.5" />`
    : html`<rect x="${n(x - 2.5)}" y="${n(y - 2.5)}" width="5" height="5" fill="${colour}" />`;

/** A curve's sample, name and last value. */
const legend = (name: string, value: string, y: number, colour: string, dash: string, isRound: boolean): Html =>
  html`<path
      d="M2,${y - 3.5}h26"
      stroke="${colour}"
      stroke-width="1.5"
      stroke-dasharray="${dash}"
    />${mark(15, y - 3.5, colour, isRound)}<text x="34" y="${y}" fill="${colour}">${name} ${value}</text>`;
