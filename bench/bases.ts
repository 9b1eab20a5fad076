import type { ModelFiles } from '../e2e/fixtures/graphModel';
import { mobilenetFiles } from '../e2e/fixtures/mobilenet';
import type { Tap } from '../src/core/base';
import { bundled, catalogue, hubId, type HubAlpha, type HubVersion } from '../src/core/catalogue';
import { engineNames, type Engine } from '../src/core/engine';
import { createBaseClient } from '../src/worker/baseClient';
import type { BaseSource } from '../src/worker/baseService';
import { makeBaseWorker } from './harness/workers';
import type { BenchRow } from './row';

/** As long as a row is measured; at least two batches are run. In ms. */
const span = 2000;

const blobsOf = ({ json, shards }: ModelFiles) =>
  new Map([['model.json', new Blob([json])], ...shards.map(({ name, bytes }) => [name, new Blob([bytes])] as const)]);

/** A hub base with made-up weights: what is computed, and how long it takes, is the same. */
const hubSource = (version: HubVersion, alpha: HubAlpha): readonly [string, BaseSource] => [
  hubId(version, alpha),
  { kind: 'hub', version, alpha, address: null, files: blobsOf(mobilenetFiles({ version, alpha, seed: 1 })) },
];

/** (d) Pictures per second of each base on each engine, one worker, all blocks averaged. */
export async function benchBases(): Promise<readonly BenchRow[]> {
  const sources = [
    [bundled.id, { kind: 'bundled' }],
    hubSource(1, 0.25),
    hubSource(1, 1),
    hubSource(2, 1),
  ] as const satisfies readonly (readonly [string, BaseSource])[];
  const rows: BenchRow[] = [];
  for (const [id, source] of sources)
    for (const engine of ['wasm', 'webgl', 'webgpu', 'cpu'] as const) {
      const row = await rowOf(id, source, engine);
      if (row) rows.push(row);
    }
  return rows;
}

/** Null where the engine does not run here. */
async function rowOf(id: string, source: BaseSource, engine: Engine): Promise<BenchRow | null> {
  const client = createBaseClient(makeBaseWorker, 1);
  try {
    const order = { id, source, choice: engine, remembered: null, randomSeed: null, baseUrl: document.baseURI };
    const { report, anatomy } = await client.start(order);
    if (report.engine !== engine) return null;
    const count = report.batch;
    const pixels = new Uint8Array(count * 224 * 224 * 3).fill(100);
    const tap: Tap = { blocks: [...anatomy.blocks.keys()], pooling: 'average' };
    const from = performance.now();
    let batches = 0;
    for (; batches < 2 || performance.now() - from < span; batches++) await client.extract(pixels, count, tap);
    const title = catalogue.find((card) => card.id === id)?.title ?? id;
    return {
      name: `(d) ${title}, ${engineNames[engine]}`,
      value: (batches * count) / ((performance.now() - from) / 1000),
      unit: 'images/s',
      target: null,
    };
  } finally {
    client.dispose();
  }
}
