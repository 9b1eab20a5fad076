import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { count } from '../../core/figures';
import { fields } from '../../core/settingFields';
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
  // Only at first: it must not fold up under the hand that types a 0.
  const [open] = useState(copies > 0);
  return (
    <details className="augmentation" open={open}>
      <summary>
        <Trans>
          Augmentation: <span className="lab-numbers">{augmentationWords(copies, rotation)}</span>
        </Trans>
      </summary>
      <div className="settings">
        <NumberControl
          field={fields.copies}
          value={copies}
          consequence={copies > 0 ? (cost ?? undefined) : undefined}
          onChange={(value) => onChange({ copies: value })}
        />
        {copies > 0 && (
          <NumberControl field={fields.rotation} value={rotation} onChange={(value) => onChange({ rotation: value })} />
        )}
      </div>
    </details>
  );
}

export function augmentationWords(copies: number, rotation: number): string {
  if (copies === 0) return 'none';
  const turned = rotation === 0 ? t`flipped only` : t`turned by up to ${rotation}°`;
  return t`${count(copies, t`altered copy`, t`altered copies`)} of each training picture, ${turned}`;
}
