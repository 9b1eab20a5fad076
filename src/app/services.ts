import type { PreparerPool } from '../images/pool';
import type { BaseClient } from '../worker/baseClient';
import type { HeadClient, HeadJobClient } from '../worker/headClient';
import type { InspectClient } from '../worker/inspectClient';
import type { MapClient } from '../worker/mapClient';
import type { TailOrder } from '../worker/headService';
import type { TabChannel } from './projects/tabs';

/** What runs in workers. */
export interface Services {
  readonly pool: PreparerPool;
  readonly base: BaseClient;
  /** Workers apart from those of the base in use, to try a model out. */
  readonly makeTrial: () => BaseClient;
  readonly head: HeadClient;
  readonly inspect: InspectClient;
  /** Trains a convolutional network from nothing. */
  readonly scratch: HeadClient;
  /** A client of its own for one fine-tuning. */
  readonly makeTuning: (tail: TailOrder) => HeadJobClient;
  readonly map: MapClient;
  /** What the tabs of this page hear each other through; null: they do not know of each other. */
  readonly channel: TabChannel | null;
}
