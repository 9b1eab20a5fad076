import { t } from '@lingui/core/macro';
import { batchSizes, emulatedBatch, engineNames, type Engine, type EngineChoice } from '../core/engine';

/** The WebGL 2 of this thread. */
export interface WebglCard {
  /** What draws, by its own name. */
  readonly renderer: string;
  /** Whether it computes in 32-bit floats; many phones' chips have 16 bits only. */
  readonly float32: boolean;
  /** Pixels along one side. */
  readonly maxTextureSize: number;
}

/** The WebGPU of this thread. */
export interface WebgpuAdapter {
  readonly name: string;
  /** What the browser falls back on without a graphics card: it computes on the processor. */
  readonly fallback: boolean;
}

/** What there is to draw with; null: this browser offers none here. */
export interface Graphics {
  readonly webgl: WebglCard | null;
  readonly webgpu: WebgpuAdapter | null;
}

interface Candidate {
  readonly engine: Engine;
  /** Why this one runs, if it does. */
  readonly reason: string;
}

/** Renderers that compute on the processor, several times slower than WASM does. */
const softwareRenderer =
  /SwiftShader|llvmpipe|softpipe|lavapipe|swrast|Software|Basic Render|\bWARP\b|GDI Generic|Mesa OffScreen/i;

/**
 * TensorFlow.js keeps a tensor in one texture, one or four numbers to a pixel: a batch's widest block has over six
 * million, more than 2048 x 2048, the least that WebGL 2 promises.
 */
const leastTextureSize = 4096;

/** The engines to try one after the other, best first. */
export function enginePlan(choice: EngineChoice, graphics: Graphics): readonly Candidate[] {
  switch (choice) {
    case 'auto':
      return autoPlan(graphics);
    case 'webgl':
    case 'webgpu':
      return graphicsPlan(choice, graphics);
    case 'wasm':
      return [
        wasm(t`WASM was chosen.`),
        cpu(t`WASM was chosen, but it could not be started, so plain JavaScript runs; it is slow.`),
      ];
    case 'cpu':
      return [cpu(t`Plain JavaScript was chosen; it is slow.`)];
    default:
      return choice satisfies never;
  }
}

/** The engines among which Auto takes the fastest; WASM, the safest, first. */
export function rivals({ webgl, webgpu }: Graphics): readonly Engine[] {
  return [
    'wasm',
    ...(webgl && !objection(webgl) ? (['webgl'] as const) : []),
    ...(webgpu && !softwareAdapter(webgpu) ? (['webgpu'] as const) : []),
  ];
}

/** Pictures that the engine is given at once. */
export function batchFor(engine: Engine, { webgl, webgpu }: Graphics): number {
  const isEmulated =
    engine === 'webgl' ? webgl && software(webgl) : engine === 'webgpu' && webgpu && softwareAdapter(webgpu);
  return isEmulated ? emulatedBatch : batchSizes[engine];
}

function autoPlan({ webgl }: Graphics): readonly Candidate[] {
  const against = webgl ? objection(webgl) : t`This browser offers no WebGL here`;
  if (!against) {
    return [
      { engine: 'webgl', reason: t`A graphics card is there, so WebGL runs.` },
      wasm(t`WebGL could not be started, so WASM runs.`),
      cpu(t`Neither WebGL nor WASM could be started, so plain JavaScript runs; it is slow.`),
    ];
  }
  // Even half the digits are better than seconds for every picture, but software is no faster than plain JavaScript.
  const lastButOne =
    webgl && !software(webgl)
      ? [
          {
            engine: 'webgl',
            reason: `${t`WASM could not be started, so WebGL runs.`} ${cautions(webgl)}`.trim(),
          } as const,
        ]
      : [];
  return [
    wasm(t`${against}, so WASM runs.`),
    ...lastButOne,
    cpu(t`${against}, and WASM could not be started, so plain JavaScript runs; it is slow.`),
  ];
}

/** Why Auto would rather not take this WebGL: the beginning of a sentence. */
function objection(card: WebglCard): string | null {
  const by = software(card);
  if (by) return t`There is no graphics card for WebGL here (only ${by}, in software, which is slower)`;
  if (!card.float32)
    return t`The graphics chip computes in 16-bit numbers, in which features lose their last digits and large ones overflow`;
  if (card.maxTextureSize < leastTextureSize) return t`The graphics chip holds small pictures only`;
  return null;
}

function graphicsPlan(choice: 'webgl' | 'webgpu', { webgl, webgpu }: Graphics): readonly Candidate[] {
  const name = engineNames[choice];
  const there = choice === 'webgl' ? webgl : webgpu;
  const warning = choice === 'webgl' ? webgl && cautions(webgl) : webgpu && adapterCaution(webgpu);
  const but = there
    ? t`${name} was chosen, but it could not be started`
    : t`${name} was chosen, but this browser offers none here`;
  const webglInstead = choice === 'webgpu' && webgl !== null && !objection(webgl);
  return [
    ...(there ? [{ engine: choice, reason: `${t`${name} was chosen.`} ${warning ?? ''}`.trim() }] : []),
    ...(webglInstead ? [{ engine: 'webgl', reason: t`${but}, so WebGL runs.` } as const] : []),
    wasm(t`${but}, so WASM runs.`),
    cpu(t`${name} was chosen, but neither it nor WASM could be started, so plain JavaScript runs; it is slow.`),
  ];
}

/** What a person who takes this WebGL should know; empty if nothing. */
function cautions(card: WebglCard): string {
  const by = software(card);
  return [
    ...(by ? [slow(by)] : []),
    ...(card.float32
      ? []
      : [
          t`It computes in 16-bit numbers here: features lose their last digits, and what is larger than 65,504 overflows.`,
        ]),
  ].join(' ');
}

function adapterCaution(adapter: WebgpuAdapter): string {
  return softwareAdapter(adapter) ? slow(adapter.name) : '';
}

const slow = (by: string) => t`It runs in software here (${by}), slower than WASM would.`;
const software = ({ renderer }: WebglCard) => softwareRenderer.exec(renderer)?.[0];
const softwareAdapter = ({ name, fallback }: WebgpuAdapter) => fallback || softwareRenderer.test(name);
const wasm = (reason: string): Candidate => ({ engine: 'wasm', reason });
const cpu = (reason: string): Candidate => ({ engine: 'cpu', reason });
