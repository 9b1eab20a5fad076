import { t } from '@lingui/core/macro';
import type { HeadClient, HeadJobClient } from '../../worker/headClient';
import type { FeatureKeeper } from '../extracting';
import type { PicturePixels } from '../picturePixels';
import type { BaseClient } from '../../worker/baseClient';
import type { TailOrder } from '../../worker/headService';
import type { BaseStarter } from '../baseStarting';
import type { LabStore } from '../store';
import type { NetworkKeeper } from './networkFeatures';

/** What the studies work with. */
export interface StudyParts {
  readonly store: LabStore;
  readonly features: FeatureKeeper;
  readonly pictures: PicturePixels;
  readonly networks: NetworkKeeper;
  /** Trains heads. */
  readonly head: HeadClient;
  /** Trains a convolutional network from nothing. */
  readonly scratch: HeadClient;
  readonly makeTuning: (tail: TailOrder) => HeadJobClient;
  /** Workers apart from those of the page. */
  readonly makeTrial: () => BaseClient;
  readonly starter: BaseStarter;
}

/** Tells what is under way; a few times a second is enough. */
type Report<R> = (words: string, done: number, total: number, result: R | null) => void;

/** One study: it reports while it runs, and answers its result, or null where it was stopped. @throws with a sentence. */
export type RunStudy<R> = (parts: StudyParts, report: Report<R>, signal: AbortSignal) => Promise<R | null>;

/** The features went away between the press and the start: pictures came in, or the base was changed. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
  override readonly message = t`Not all pictures have their features: wait until the base is through, and start again.`;
}
