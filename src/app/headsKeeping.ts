import { t } from '@lingui/core/macro';
import type { Checkpoint } from '../core/checkpoint';
import { headsAfter, headsFrame, type FrameSource, type HeadsFrame } from '../core/heads/trainedHeads';
import type { InspectClient } from '../worker/inspectClient';
import { messageOf } from './messages';
import type { LabStore } from './store';

/** Keeps the latest heads of a training at hand, so that they can be used. */
export interface HeadsKeeper {
  /** Resolves when it is known what the heads' features go through. */
  readonly begin: (source: FrameSource) => Promise<void>;
  readonly add: (checkpoint: Checkpoint) => void;
  /** Another project or set of pictures takes the place of this one: its heads are not to be used there. */
  readonly clear: () => void;
}

/** How often the page gets other heads while they are trained, in ms. */
const showEvery = 1000;

export function createHeadsKeeper(store: LabStore, inspect: Pick<InspectClient, 'standardisers'>): HeadsKeeper {
  let source: FrameSource | null = null;
  let frame: HeadsFrame | null = null;
  let latest: Pick<Checkpoint, 'epoch' | 'parameters'> | null = null;
  let shownAt = -Infinity;

  const show = () => {
    if (!frame || !latest || !source) return;
    if (latest.epoch < source.experiment.epochs && performance.now() - shownAt < showEvery) return;
    shownAt = performance.now();
    store.setState({ heads: headsAfter(frame, latest.epoch, latest.parameters) });
  };

  // Paused or stopped, the latest are the ones to use, however soon they came.
  store.subscribe(({ training: { phase } }, { training: { phase: before } }) => {
    if (phase === before || phase === 'running') return;
    shownAt = -Infinity;
    show();
  });

  return {
    async begin(next) {
      [source, frame, latest, shownAt] = [next, null, null, -Infinity];
      store.setState({ heads: null });
      try {
        const standardisers = await inspect.standardisers(next.experiment, next.dataset);
        if (source !== next) return;
        frame = headsFrame(next, standardisers);
        show();
      } catch (error) {
        if (source === next)
          store.setState({ trouble: t`The heads cannot be used after this training (${messageOf(error)}).` });
      }
    },
    add({ epoch, parameters }) {
      latest = { epoch, parameters };
      show();
    },
    clear() {
      [source, frame, latest] = [null, null, null];
      store.setState({ heads: null });
    },
  };
}
