import { goldenError, goldens } from '../../e2e/fixtures/golden';
import type { EngineChoice, EngineReport } from '../../src/core/engine';
import { defaultCut, bundledOrder } from '../order';
import { createBaseClient, type BaseClient } from '../../src/worker/baseClient';
import type { BaseProgress } from '../../src/worker/baseService';
import type { GraphicsLimit } from './limitedGraphics';
import { makeLimitedWorker } from './limitedGraphicsWorkers';
import { makeBaseWorker } from './workers';

export interface GoldenOutcome {
  readonly reports: readonly EngineReport[];
  readonly progress: readonly BaseProgress[];
  /** One for each golden picture, as `goldenError`. */
  readonly errors: readonly number[];
}

/** Runs the golden pictures through the app's own worker. */
export async function goldenErrors(choice: EngineChoice): Promise<GoldenOutcome> {
  return withClient(makeBaseWorker, choice, errorsOf);
}

/** The same on graphics that are not what they are. */
export async function goldenErrorsOn(limit: GraphicsLimit, choice: EngineChoice): Promise<GoldenOutcome> {
  return withClient(makeLimitedWorker[limit], choice, errorsOf);
}

/** The same, with the WebGL context lost before the first and, if asked, again before the repeated batch. */
export async function goldenErrorsAfterLoss(losses: 1 | 2): Promise<GoldenOutcome> {
  const channel = new BroadcastChannel('lose-webgl');
  const makeWorker = () =>
    new Worker(new URL('./losingBase.worker.ts', import.meta.url), { type: 'module', name: 'losing' });
  try {
    return await withClient(makeWorker, 'webgl', async (client, reports) => {
      channel.postMessage('now');
      const errors = errorsOf(client);
      while (losses === 2 && reports.length < 2) {
        await new Promise((turn) => {
          setTimeout(turn, 5);
        });
      }
      if (losses === 2) channel.postMessage('now');
      return errors;
    });
  } finally {
    channel.close();
  }
}

async function withClient(
  makeWorker: () => Worker,
  choice: EngineChoice,
  work: (client: BaseClient, reports: readonly EngineReport[]) => Promise<readonly number[]>,
): Promise<GoldenOutcome> {
  const client = createBaseClient(makeWorker);
  const reports: EngineReport[] = [];
  const progress: BaseProgress[] = [];
  try {
    await client.start(bundledOrder(choice), {
      onReady: ({ report }) => reports.push(report),
      onProgress: (p) => progress.push(p),
    });
    return { reports, progress, errors: await work(client, reports) };
  } finally {
    client.dispose();
  }
}

async function errorsOf(client: BaseClient): Promise<readonly number[]> {
  const pictures = goldens.map(({ pixels }) => pixels());
  const size = pictures[0]?.length ?? 0;
  const batch = new Uint8Array(size * pictures.length);
  for (const [i, picture] of pictures.entries()) batch.set(picture, i * size);
  const { values } = await client.extract(batch, pictures.length, defaultCut);
  const width = values.length / pictures.length;
  return goldens.map((golden, i) => goldenError(golden, values.slice(i * width, (i + 1) * width)));
}
