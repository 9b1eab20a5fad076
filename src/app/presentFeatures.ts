import type { Augmentation } from '../core/augmentation';
import { featuresAt, type Anatomy, type FeatureCut, type Tap } from '../core/base';
import type { BaseCard } from '../core/catalogue';
import type { EngineReport } from '../core/engine';
import type { Settings } from '../core/settings';
import { cutOf, type FeaturePlan } from './featurePlan';
import type { OpenSet } from './featureSets';

/** What has come out of the base so far, and for which plan. */
export interface PresentFeatures {
  readonly plan: FeaturePlan;
  readonly anatomy: Anatomy;
  readonly revision: string;
  readonly tap: Tap;
  readonly open: OpenSet;
}

/** Features that may stand in one experiment, and where they come from. */
export interface FeatureSource {
  readonly card: BaseCard;
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
  readonly revision: string;
  readonly report: EngineReport;
  readonly augmentation: Augmentation;
  /** [D] by picture hash, and by copy id. */
  readonly features: ReadonlyMap<string, Float32Array>;
}

/** What was taken out of the base, as it was taken. */
export interface TappedFeatures extends Pick<FeatureSource, 'card' | 'anatomy' | 'revision'> {
  readonly tap: Tap;
  /** Of the tap's blocks, one after the other, by picture hash. */
  readonly tapped: Pick<ReadonlyMap<string, Float32Array>, 'get'>;
}

/** @param wanted another cut than the one that is chosen. */
export function sourceOf(
  { plan, anatomy, revision, tap, open }: PresentFeatures,
  settings: Settings,
  wanted?: FeatureCut,
): FeatureSource {
  const cut = wanted ?? cutOf(plan.card, anatomy, settings);
  const features = new Map(
    plan.ids.flatMap((id) => {
      const tapped = open.features.get(id);
      return tapped ? [[id, featuresAt(anatomy, tap, cut, tapped)] as const] : [];
    }),
  );
  const { card, augmentation } = plan;
  return { card, anatomy, cut, revision, report: open.set.report, augmentation, features };
}

export function tappedOf({ plan, anatomy, revision, tap, open }: PresentFeatures): TappedFeatures {
  return { card: plan.card, anatomy, revision, tap, tapped: open.features };
}
