import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { BackAndForth } from '../layout/BackAndForth';
import './picker.css';

export interface ShownPicture {
  readonly id: string;
  readonly name: string;
  readonly classId: string;
  readonly url: string;
}

/** A class, and the picture that is shown of it first. */
export interface ShownClass {
  readonly id: string;
  readonly name: string;
  readonly pictureId: string;
}

export interface PicturePickerProps {
  readonly picture: ShownPicture;
  /** Those that have pictures. A list of all pictures would have two thousand lines. */
  readonly classes: readonly ShownClass[];
  readonly onPicture: (id: string) => void;
  readonly onStepPicture: (by: -1 | 1) => void;
}

/** The picture that is looked at, and the way to another one. */
export const PicturePicker = memo(function PicturePicker(props: PicturePickerProps) {
  const { picture, classes, onPicture, onStepPicture } = props;
  const shown = picture.name;
  return (
    <div className="picker">
      <img src={picture.url} alt={t`What the model sees of ${shown}`} width={224} height={224} />
      <div className="picker-row">
        <BackAndForth back={t`Look at the previous picture`} forth={t`Look at the next picture`} onStep={onStepPicture}>
          <NativeSelect
            aria-label={t`Class to look at`}
            value={picture.classId}
            data={classes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = classes.find(({ id }) => id === value);
              if (chosen) onPicture(chosen.pictureId);
            }}
          />
        </BackAndForth>
      </div>
      <p className="lab-soft picker-name">{picture.name}</p>
    </div>
  );
});
