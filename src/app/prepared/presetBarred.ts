import { t } from '@lingui/core/macro';
import { heldIn, isFree } from '../../core/prepared';
import { withPreset, type Preset } from '../../core/presets';
import type { LabState } from '../store';

/** Why a preset cannot be had on a page that an instructor prepared; null: it can. */
export function presetBarred(
  { prepared, settings, collection }: Pick<LabState, 'prepared' | 'settings' | 'collection'>,
  preset: Preset,
): string | null {
  const { title } = preset;
  if (collection.pictures.length === 0 && !isFree(prepared, 'samples'))
    return t`“${title}” needs the built-in set, and your instructor has set the pictures.`;
  if (heldIn(prepared, settings, withPreset(settings, preset)).length > 0)
    return t`“${title}” would change what your instructor has set.`;
  return null;
}
