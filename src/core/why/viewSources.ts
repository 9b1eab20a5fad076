import { t } from '@lingui/core/macro';
import type { Anatomy, FeatureCut } from '../base';
import { pixelSide } from '../pixelFeatures';
import type { ViewSource } from './featureMap';

/**
 * At which depths the pictures are looked at: raw pixels, early and half way to the cut, and the cut itself. Depths that
 * would coincide are left out.
 *
 * @param cut the chosen one; earlier ones are pooled alike.
 * @returns shallow to deep; `missing` says why there are no earlier cuts, null: there are.
 */
export function viewSources(
  anatomy: Anatomy,
  cut: FeatureCut,
): { readonly sources: readonly ViewSource[]; readonly missing: string | null } {
  const pixels = { kind: 'pixels', side: pixelSide } as const;
  const chosen = { kind: 'features', cut } as const;
  if (cut.pooling === 'flatten')
    return {
      sources: [pixels, chosen],
      missing: t`Flattened maps are kept for the chosen cut alone. With another pooling, earlier cuts appear here too.`,
    };
  const last = Math.min(cut.blocks.at(-1) ?? 0, anatomy.blocks.length - 1);
  if (last === 0) return { sources: [pixels, chosen], missing: t`The base is cut after its first block.` };
  const earlier = new Set([Math.floor(last / 6), Math.floor(last / 2)]);
  return {
    sources: [
      pixels,
      ...[...earlier].map((at) => ({ kind: 'features', cut: { blocks: [at], pooling: cut.pooling } }) as const),
      chosen,
    ],
    missing: null,
  };
}
