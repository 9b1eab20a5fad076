import { t } from '@lingui/core/macro';
import { engineNames, type Engine, type EngineReport } from '../core/engine';
import { isOutOfGraphicsMemory } from './engineMemory';

/** An engine's speed on the base that will run. */
export type Measured = EngineReport['measured'][number];

/** An engine that could have been the fastest, but broke. */
export interface Failed {
  readonly engine: Engine;
  /** null: it did not even start. */
  readonly error: unknown;
}

/**
 * Most that another worker for WASM adds, as a share of the first: cores are often two threads of one, they share their
 * memory's bandwidth and their cache, and the pictures are decoded on them at the same time.
 */
const helperShare = 0.5;

/**
 * How much faster WebGPU has to be: it is the youngest, and between near equals the one that is known to be right on
 * most machines is the better.
 */
const clearlyFaster = 1.2;

/** WASM's speed is counted for all its workers, for they will share the pictures; one card is used by one worker. */
export function counted({ engine, picturesPerSecond }: Measured, crew: number): Measured {
  const workers = engine === 'wasm' ? 1 + helperShare * (crew - 1) : 1;
  return { engine, picturesPerSecond: picturesPerSecond * workers };
}

/** @param measured counted, and not empty. */
export function fastestEngine(measured: readonly Measured[]): Engine {
  const [first, second] = fastestFirst(measured);
  if (!first) throw new Error(t`No engine was measured.`);
  const close = second && first.picturesPerSecond < clearlyFaster * second.picturesPerSecond;
  return first.engine === 'webgpu' && close ? second.engine : first.engine;
}

/**
 * The figures, or what went wrong, in a sentence or two.
 * @param engine one of the measured.
 * @param measured counted for that many workers.
 */
export function comparisonReason(
  engine: Engine,
  measured: readonly Measured[],
  failed: readonly Failed[],
  crew: number,
): string {
  const name = engineNames[engine];
  const own = measured.find((m) => m.engine === engine);
  const others = fastestFirst(measured.filter((m) => m !== own));
  const broken = failed.map(({ engine, error }) => `${engineNames[engine]} ${failure(error)}`);
  if (!own || others.length === 0) {
    const memory = failed.every(({ error }) => isOutOfGraphicsMemory(error));
    return t`${memory ? t`The graphics card has too little memory for this base` : broken.join(' and ')}, so ${name} runs.`;
  }
  const figures = others.map((other) => `${engineNames[other.engine]} ${speed(other, crew)}`);
  const close = others.some((m) => m.engine === 'webgpu' && m.picturesPerSecond > own.picturesPerSecond);
  return [
    t`${name} runs: ${speed(own, crew, t` pictures a second here`)}, ${figures.join(', ')}.`,
    ...(close ? [t`WebGPU is taken only where it is clearly faster.`] : []),
    ...broken.map((what) => `${what}.`),
  ].join(' ');
}

function failure(error: unknown): string {
  if (error === null) return t`could not be started`;
  return isOutOfGraphicsMemory(error) ? t`has too little memory for this base` : t`failed when it was tried`;
}

/** "210", or for several workers, whose sum is an estimate: "about 150 with 4 workers". */
function speed({ engine, picturesPerSecond }: Measured, crew: number, unit = ''): string {
  const figure = picturesPerSecond < 10 ? picturesPerSecond.toFixed(1) : picturesPerSecond.toFixed(0);
  return engine === 'wasm' && crew > 1 ? t`about ${figure}${unit} with ${crew} workers` : `${figure}${unit}`;
}

const fastestFirst = (measured: readonly Measured[]) =>
  measured.toSorted((a, b) => b.picturesPerSecond - a.picturesPerSecond);
