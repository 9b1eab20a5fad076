import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
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
  return (
    <div className="picker">
      <img src={picture.url} alt={`What the model sees of ${picture.name}`} width={224} height={224} />
      <div className="picker-row">
        <ActionIcon variant="default" aria-label="Look at the previous picture" onClick={() => onStepPicture(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label="Class to look at"
          value={picture.classId}
          data={classes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = classes.find(({ id }) => id === value);
            if (chosen) onPicture(chosen.pictureId);
          }}
        />
        <ActionIcon variant="default" aria-label="Look at the next picture" onClick={() => onStepPicture(1)}>
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <p className="lab-soft picker-name">{picture.name}</p>
    </div>
  );
});
