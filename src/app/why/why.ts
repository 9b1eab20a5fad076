import { notAsked } from '../../core/why/practical';
import { nothingAsked } from '../../core/why/whyState';
import type { BaseClient } from '../../worker/baseClient';
import type { HeadClient, HeadJobClient } from '../../worker/headClient';
import type { MapClient } from '../../worker/mapClient';
import type { TailOrder } from '../../worker/headService';
import type { BaseStarter } from '../baseStarting';
import type { FeatureKeeper } from '../extracting';
import { createFeatureMapper, type FeatureMapper } from '../featureMapping';
import type { PicturePixels } from '../picturePixels';
import type { LabStore } from '../store';
import { createAsker, type Asker } from './asking';
import { createNetworkKeeper } from './networkFeatures';
import { createStudies, type Studies } from './studies';

/** What can be asked about transfer. */
export interface Why {
  readonly studies: Studies;
  readonly mapper: FeatureMapper;
  readonly asker: Asker;
  /** Ends everything and puts away what was found: the pictures it is about are going. */
  readonly clear: () => void;
}

interface Parts {
  readonly store: LabStore;
  readonly features: FeatureKeeper;
  readonly pictures: PicturePixels;
  readonly starter: BaseStarter;
  readonly makeTrial: () => BaseClient;
  readonly head: HeadClient;
  readonly scratch: HeadClient;
  readonly makeTuning: (tail: TailOrder) => HeadJobClient;
  readonly map: MapClient;
}

export function createWhy(parts: Parts): Why {
  const { store, features, pictures, map } = parts;
  const networks = createNetworkKeeper({
    ...parts,
    complain: (trouble) => store.setState({ trouble }),
  });
  const studies = createStudies({ ...parts, networks });
  const mapper = createFeatureMapper({ store, map, features, pictures });
  const asker = createAsker(parts);
  return {
    studies,
    mapper,
    asker,
    clear() {
      studies.forget();
      mapper.clear();
      asker.forget();
      store.setState({ why: nothingAsked, asked: notAsked });
    },
  };
}
