import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { fields } from '../../core/settingFields';
import { Control } from '../prepared/Control';
import { useControl } from '../prepared/controls';
import { NumberControl } from '../settings/NumberControl';
import './augmentation.css';

export interface AugmentationControlProps {
  /** Altered copies of each training picture; 0: none. */
  readonly copies: number;
  /** Most that a copy is turned, in degrees. */
  readonly rotation: number;
  /** What the copies cost, e.g. "432 copies go through the base as well, about 6 s."; null: unknown, or none. */
  readonly cost: string | null;
  readonly onChange: (change: { readonly copies?: number; readonly rotation?: number }) => void;
}

/** Augmentation: folded away while there is none. */
export function AugmentationControl({ copies, rotation, cost, onChange }: AugmentationControlProps) {
  const copiesShown = useControl('copies') !== 'hidden';
  const rotationShown = useControl('rotation') !== 'hidden' && copies > 0;
  // Only at first: it must not fold up under the hand that types a 0.
  const [open] = useState(copies > 0);
  const words = augmentationWords(copies, rotation);
  if (!copiesShown && !rotationShown) return null;
  return (
    <details className="augmentation" open={open}>
      <summary>
        <Trans>
          Augmentation: <span className="lab-numbers">{words}</span>
        </Trans>
      </summary>
      <div className="settings">
        <Control of="copies">
          {(isLocked) => (
            <NumberControl
              field={fields.copies}
              value={copies}
              isLocked={isLocked}
              consequence={copies > 0 ? (cost ?? undefined) : undefined}
              onChange={(value) => onChange({ copies: value })}
            />
          )}
        </Control>
        {copies > 0 && (
          <Control of="rotation">
            {(isLocked) => (
              <NumberControl
                field={fields.rotation}
                value={rotation}
                isLocked={isLocked}
                onChange={(value) => onChange({ rotation: value })}
              />
            )}
          </Control>
        )}
      </div>
    </details>
  );
}

export function augmentationWords(copies: number, rotation: number): string {
  if (copies === 0) return t`none`;
  if (rotation === 0)
    return plural(copies, {
      one: '# altered copy of each training picture, flipped only',
      other: '# altered copies of each training picture, flipped only',
    });
  return plural(copies, {
    one: `# altered copy of each training picture, turned by up to ${rotation}°`,
    other: `# altered copies of each training picture, turned by up to ${rotation}°`,
  });
}
