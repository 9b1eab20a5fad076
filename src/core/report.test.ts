import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { bundledAnatomy } from './bundledAnatomy';
import { bundled } from './catalogue';
import { differences, differencesInWords } from './differences';
import { featureRecord } from './featureRecord';
import { experimentOf, historyOf, run, score } from './history.fixture';
import { reportCsv, reportJson, reportOf } from './report';
import type { RunFingerprint } from './runFingerprint';
import { defaultSettings } from './settings';
import { verdictOf } from './verdict';

const settings = { ...defaultSettings, seeds: 2, epochs: 2 };
const experiment = experimentOf(2, 2);
const third = 1 / 3;
const history = historyOf(
  [0.1, 0.2, 0.3, third].map((v) => run(score(v, v), score(v, 2 * v), score(v, 3 * v))),
  [0.4, 0.5, 0.6, 0.7].map((v) => run(score(v, v), score(v, v), score(v, v))),
);
const verdict = verdictOf({
  experiment,
  history,
  phase: 'finished',
  labels: new Int32Array(300),
  noise: 0,
  splitFixed: false,
});
const source = {
  settings,
  engine: { base: 'wasm', renderer: null, bits: 32, measured: [], head: 'wasm', switched: null },
  base: featureRecord(bundled, bundledAnatomy, { blocks: [11, 15], pooling: 'max' }, 'human-3'),
  versions: { '@tensorflow/tfjs': '4.22.0' },
  classNames: ['cat', 'dög, "big"'],
  experiment,
  history,
  verdict,
} as const;

describe('reportOf', () => {
  it('follows the schema, and reads back exactly', () => {
    const report = reportOf(source);
    const back: unknown = JSON.parse(reportJson(report));
    // History and verdict hold plain numbers and words only, so nothing is lost on the way.
    expect(back).toEqual(report);
    expect(report.schema).toBe('transfer-lab/experiment@1');
    expect(report.dataset).toMatchObject({ classes: ['cat', 'dög, "big"'], train: 200, validation: 100 });
    expect(report.base).toMatchObject({
      id: 'coco-mobilenet-v3',
      pooling: 'max',
      features: 208,
      blocks: [{ number: 12 }, { number: 16, node: 'tower_0/MobilenetV3/expanded_conv_14/add' }],
    });
    expect(report.runs.map((r) => [r.arm, r.dropoutRate, r.seed])).toEqual([
      ['without dropout', 0, 1],
      ['without dropout', 0, 2],
      ['with dropout', 0.5, 1],
      ['with dropout', 0.5, 2],
    ]);
    expect(report.runs[3]?.history[0]).toEqual({
      epoch: 1,
      train: { loss: third, accuracy: third },
      validation: { loss: 2 * third, accuracy: third },
      seen: { loss: 3 * third, accuracy: third },
    });
  });
});

describe('reportCsv', () => {
  it('has a row for every run and epoch, with exact numbers', () => {
    const rows = csvParse(reportCsv(reportOf(source)));
    expect(rows).toHaveLength(8);
    expect(rows.columns.join()).toBe(
      'arm,dropoutRate,seed,epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,seenLoss,seenAccuracy',
    );
    expect(Number(rows[6]?.['seenLoss'])).toBe(3 * third);
  });

  it('keeps its header when there is nothing yet', () => {
    expect(reportCsv(reportOf({ ...source, history: [], verdict: null }))).toMatch(/^arm,dropoutRate,.*\n$/);
  });
});

const fingerprint: RunFingerprint = {
  initialWeights: 'w1',
  batchOrder: 'o1',
  trainingPictures: 't1',
  validationPictures: 'v1',
  givenLabels: 'g1',
};
const perSeed = [fingerprint, { ...fingerprint, batchOrder: 'o2' }];

describe('differences', () => {
  it('finds what the runs of one side really had otherwise', () => {
    const other = { ...fingerprint, batchOrder: 'o3' };
    const rows = differences(settings, experiment, [...perSeed, fingerprint, other]);
    expect(rows.filter((row) => row.differs).map((row) => row.label)).toEqual([
      'Dropout rate',
      'Order of the pictures',
    ]);
    const [left, right] = rows.find((row) => row.label === 'Order of the pictures')?.values ?? [];
    expect([left, right]).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(left).not.toBe(right);
    expect(differencesInWords(rows)).toBe('2 rows differ: Dropout rate, Order of the pictures.');
  });

  it('does not claim what is not measured yet', () => {
    const rows = differences(settings, experiment, []);
    expect(rows.find((row) => row.label === 'First weights of the head')?.values).toEqual(
      Array(2).fill('not measured yet'),
    );
    expect(differencesInWords(rows)).toContain('measured when they begin');
  });

  it('finds exactly one differing row: the rate', () => {
    const rows = differences(settings, experiment, [...perSeed, ...perSeed]);
    expect(rows.filter((row) => row.differs).map((row) => [row.label, ...row.values])).toEqual([
      ['Dropout rate', '0', '0.5'],
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(Object.keys(settings).length);
    expect(differencesInWords(rows)).toBe('Exactly one row differs: Dropout rate.');
  });

  it('finds none in an A/A test', () => {
    const rows = differences({ ...settings, dropout: 0 }, experimentOf(2, 2, { rate: 0 }), [...perSeed, ...perSeed]);
    expect(rows.some((row) => row.differs)).toBe(false);
    expect(differencesInWords(rows)).toContain('A/A test');
  });
});
