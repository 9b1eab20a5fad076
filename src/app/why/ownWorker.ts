import type { BaseCard } from '../../core/catalogue';
import type { EngineChoice } from '../../core/engine';
import type { BaseClient, StartedBase } from '../../worker/baseClient';
import type { BaseStarter } from '../baseStarting';

export interface OwnWorkerParts {
  readonly starter: BaseStarter;
  readonly makeTrial: () => BaseClient;
}

/**
 * Work on the base in a worker of its own, which ends with it: the page's workers go on extracting meanwhile, and may be
 * given another base or engine, without one's numbers being taken for the other's.
 *
 * @param randomSeed draws all weights anew; null: the trained ones.
 */
export async function withOwnWorker<T>(
  { starter, makeTrial }: OwnWorkerParts,
  card: BaseCard,
  engine: EngineChoice,
  randomSeed: number | null,
  signal: AbortSignal,
  work: (client: BaseClient, started: StartedBase) => Promise<T>,
): Promise<T> {
  const client = makeTrial();
  const end = () => client.dispose();
  signal.addEventListener('abort', end);
  try {
    const order = { ...(await starter.orderOf(card, engine)), randomSeed };
    signal.throwIfAborted();
    return await work(client, await client.start(order, { signal }));
  } finally {
    signal.removeEventListener('abort', end);
    client.dispose();
  }
}
