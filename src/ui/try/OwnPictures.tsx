import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import type { Part } from '../../core/try/part';
import { BackAndForth } from '../layout/BackAndForth';

/** Which of the person's own pictures are gone through. */
export type OwnSide = Exclude<Part, 'none'>;

export interface OwnPicturesProps {
  readonly side: OwnSide;
  /** Those that have pictures. */
  readonly sides: readonly OwnSide[];
  readonly onSide: (side: OwnSide) => void;
  readonly onStep: (by: -1 | 1) => void;
}

const labels: Readonly<Record<OwnSide, string>> = {
  validation: t`Validation pictures`,
  training: t`Training pictures`,
  test: t`Test pictures`,
};

/** The way to pictures that are here already. */
export function OwnPictures({ side, sides, onSide, onStep }: OwnPicturesProps) {
  return (
    <div className="try-own">
      <BackAndForth
        back={t`Try the previous of these pictures`}
        forth={t`Try the next of these pictures`}
        onStep={onStep}
      >
        <NativeSelect
          aria-label={t`Which of your pictures`}
          value={side}
          data={sides.map((value) => ({ value, label: labels[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = sides.find((one) => one === value);
            if (chosen) onSide(chosen);
          }}
        />
      </BackAndForth>
    </div>
  );
}
