import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledAnatomy } from '../bundledAnatomy';
import { bundled } from '../catalogue';
import { whole } from '../project/project.fixture';
import { manifestJson, manifestOf } from '../project/projectManifest';
import { defaultSettings } from '../settings';
import { samplingOf } from '../sharedPictures';
import { mean, pairedDifference, roundingSd, widened, within } from '../statistics';
import { kerasScript } from './kerasScript';

/** A Python that has TensorFlow runs all of it; one that has NumPy and Pillow, what needs no training. */
const python = process.env['KERAS_PYTHON'] ?? 'python3';
const canRun = spawnSync(python, ['-c', 'import numpy, PIL']).status === 0;

interface Case {
  readonly name: string;
  readonly without: readonly number[];
  readonly with: readonly number[];
  readonly validations: readonly (readonly number[])[];
  /** By row; each picture is one of its own where it is left out. */
  readonly groups?: readonly number[];
}

const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

const cases: readonly Case[] = [
  {
    name: 'one picture more at each seed, own splits',
    without: [0.9, 0.9, 0.9],
    with: [0.92, 0.92, 0.92],
    validations: [rows(0, 50), rows(50, 50), rows(100, 50)],
  },
  {
    name: 'the same on one split',
    without: [0.9, 0.9, 0.9],
    with: [0.92, 0.92, 0.92],
    validations: [rows(0, 50), rows(0, 50), rows(0, 50)],
  },
  {
    name: 'sides that overlap',
    without: [0.8, 0.7, 0.75, 0.9],
    with: [0.85, 0.8, 0.7, 0.95],
    validations: [rows(0, 40), rows(10, 40), rows(20, 40), rows(5, 30)],
  },
  {
    name: 'recordings on one split',
    without: [0.7, 0.72, 0.7],
    with: [0.85, 0.85, 0.9],
    validations: [rows(0, 40), rows(0, 40), rows(0, 40)],
    groups: rows(0, 200).map((row) => Math.floor(row / 8)),
  },
  {
    name: 'recordings of all lengths, partly shared',
    without: [0.7, 0.72, 0.8],
    with: [0.85, 0.85, 0.8],
    validations: [
      [...rows(0, 40), 60, 61],
      [...rows(0, 40), 70, 71, 72],
      [...rows(0, 40), 80, 81],
    ],
    groups: rows(0, 200).map((row) => (row < 25 ? 0 : row < 35 ? 1 : row)),
  },
  { name: 'nothing but right', without: [0, 0], with: [1, 1], validations: [rows(0, 4), rows(0, 4)] },
];

/** What the page says, as `verdictOf` puts it together. */
function onThePage({ without, with: others, validations, groups = rows(0, 200) }: Case): readonly number[] {
  const trials = validations.map((own) => ({
    validation: Int32Array.from(own),
    validationGroups: own.map((row) => groups[row] ?? row),
  }));
  const onePicture = 1 / Math.min(...validations.map(({ length }) => length));
  const overSeeds = pairedDifference(without, others, roundingSd(onePicture));
  const all = within(widened(overSeeds, samplingOf(trials, mean(without), mean(others))), [-1, 1]);
  return all.kind === 'single' ? [all.mean] : [all.mean, all.low, all.high];
}

it.skipIf(!canRun)(
  'the Keras script reads pictures and projects, draws, judges and trains as it says',
  { timeout: 300_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'keras-runs-'));
    try {
      const cut = [{ block: 16, node: bundledAnatomy.blocks[15]?.node ?? '' }];
      const settings = { ...defaultSettings, hidden: 6, l2: 0.01, batch: 16 };
      writeFileSync(join(folder, 'train_heads.py'), kerasScript({ settings, base: bundled, cut, pooling: 'average' }));
      const manifest = manifestOf(whole);
      writeFileSync(join(folder, 'transfer-lab.json'), manifestJson(manifest));
      const expected = {
        // The order of the page's rows.
        pictures: manifest.pictures
          .filter(({ test }) => !test)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ path, classId, group, pin }) => ({
            path,
            label: manifest.classes.findIndex(({ id }) => id === classId),
            group,
            side: pin?.side ?? null,
          })),
        sizes: [11, 6].map((count) => Math.round(settings.split * count)),
        intervals: cases.map((one) => ({ groups: rows(0, 200), ...one, estimate: onThePage(one) })),
      };
      const { status, stderr, stdout } = spawnSync(
        python,
        [join(import.meta.dirname, 'templates/train_heads_check.py'), folder],
        { encoding: 'utf8', env: { ...process.env, EXPECTED: JSON.stringify(expected), TF_CPP_MIN_LOG_LEVEL: '3' } },
      );
      expect(status, `${stdout}\n${stderr}`).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
