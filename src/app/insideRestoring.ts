import { t } from '@lingui/core/macro';
import { noCopies } from '../core/augmentation';
import { buildDataset, type Dataset } from '../core/experiment';
import type { TrainedHeads } from '../core/heads/trainedHeads';
import type { Session } from '../core/session';
import type { Standardiser } from '../core/standardise';
import type { InspectClient } from '../worker/inspectClient';
import type { FeatureKeeper } from './extracting';
import type { Inside } from './insideContract';
import { insideLacks } from './insideLacks';
import { messageOf } from './messages';
import { isInsideSeen } from './prepared/hiddenStations';
import type { LabState, LabStore } from './store';

interface RestoringGiven {
  readonly store: LabStore;
  readonly features: Pick<FeatureKeeper, 'source'>;
  readonly inspect: Pick<InspectClient, 'standardisers'>;
  readonly inside: Pick<Inside, 'begin'>;
}

/**
 * Opens a training that was brought back for a look inside: at its start, which its seeds draw again, and at the epoch
 * that its heads were kept of. Only where the features at hand are the very numbers that it was trained on.
 */
export function restoreInside({ store, features, inspect, inside }: RestoringGiven): void {
  /** What was tried; tried again, it would come to the same. */
  let tried: readonly [Session, LabState['base']] | null = null;

  const follow = (now: LabState) => {
    const { training, heads, base, planning, inside: looked } = now;
    if (training.phase === 'none' || !training.session.isRestored || !heads || planning || !isInsideSeen(now)) return;
    if (looked.epochs.length > 0 || insideLacks(now) !== null) return;
    if (tried?.[0] === training.session && tried[1] === base) return;
    tried = [training.session, base];
    void open(training.session, heads);
  };
  store.subscribe(follow);
  follow(store.getState());

  async function open(session: Session, heads: TrainedHeads): Promise<void> {
    const isCurrent = () => {
      const { training, planning } = store.getState();
      return training.phase !== 'none' && training.session === session && !planning;
    };
    try {
      const dataset = datasetOf(session);
      const standardisers = dataset && (await inspect.standardisers(session.experiment, dataset));
      if (!isCurrent()) return;
      if (dataset && standardisers && heads.trials.every((own, k) => isSame(own.standardiser, standardisers[k])))
        await inside.begin(session.experiment, dataset, heads);
      else tell(otherFeatures);
    } catch (error) {
      if (isCurrent()) tell(t`These heads cannot be looked into (${messageOf(error)}). Train again to look inside.`);
    }
  }

  /** Null where some features are missing, or labels are others. */
  function datasetOf({ collection, settings, labels }: Session): Dataset | null {
    const source = features.source();
    if (!source) return null;
    const dataset = buildDataset(collection, source.features, settings.copies > 0 ? source.augmentation : noCopies);
    return isEqual(dataset.labels, labels) ? dataset : null;
  }

  const tell = (trouble: string) => store.setState((s) => ({ inside: { ...s.inside, trouble } }));
}

const otherFeatures = t`The features of these pictures are not the very numbers that this experiment was trained on (another engine or another revision of the base computed them), so that its heads cannot be looked into. Train again to look inside.`;

/** Each is made of all features that its seed learned from: where two are equal, so are those. */
const isSame = (a: Standardiser, b: Standardiser | undefined) =>
  b !== undefined && isEqual(a.shift, b.shift) && isEqual(a.scale, b.scale);

const isEqual = (a: Float32Array | Int32Array, b: Float32Array | Int32Array) =>
  a.length === b.length && a.every((value: number, i: number) => value === b[i]);
