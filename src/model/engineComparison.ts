import { t } from '@lingui/core/macro';
import { fixed } from '../core/figures';
import { engineNames, type Engine, type EngineReport } from '../core/engine';
import { listed } from '../core/listed';
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
  const broken = failed.map(failure);
  if (!own || others.length === 0) {
    const memory = failed.every(({ error }) => isOutOfGraphicsMemory(error));
    if (memory) return t`The graphics card has too little memory for this base, so ${name} runs.`;
    const why = listed(broken);
    return t`${why}, so ${name} runs.`;
  }
  const figures = others.map((other) => `${engineNames[other.engine]} ${speed(other, crew)}`);
  const close = others.some((m) => m.engine === 'webgpu' && m.picturesPerSecond > own.picturesPerSecond);
  const [here, rest] = [speedHere(own, crew), figures.join(', ')];
  return [
    t`${name} runs: ${here}, ${rest}.`,
    ...(close ? [t`WebGPU is taken only where it is clearly faster.`] : []),
    ...broken.map((what) => `${what}.`),
  ].join(' ');
}

function failure({ engine, error }: Failed): string {
  const name = engineNames[engine];
  if (error === null) return t`${name} could not be started`;
  return isOutOfGraphicsMemory(error)
    ? t`${name} has too little memory for this base`
    : t`${name} failed when it was tried`;
}

/** "210", or for several workers, whose sum is an estimate: "about 150 with 4 workers". */
function speed(own: Measured, crew: number): string {
  const figure = figureOf(own);
  return isCrew(own, crew) ? t`about ${figure} with ${crew} workers` : figure;
}

/** The same of the engine that runs: "210 pictures a second here". */
function speedHere(own: Measured, crew: number): string {
  const figure = figureOf(own);
  return isCrew(own, crew)
    ? t`about ${figure} pictures a second here with ${crew} workers`
    : t`${figure} pictures a second here`;
}

const isCrew = ({ engine }: Measured, crew: number): boolean => engine === 'wasm' && crew > 1;
const figureOf = ({ picturesPerSecond }: Measured): string => fixed(picturesPerSecond, picturesPerSecond < 10 ? 1 : 0);

const fastestFirst = (measured: readonly Measured[]) =>
  measured.toSorted((a, b) => b.picturesPerSecond - a.picturesPerSecond);
