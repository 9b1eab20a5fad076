import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { group } from 'd3-array';
import { memo, useMemo } from 'react';

export interface ShownPicture {
  readonly id: string;
  readonly name: string;
  readonly className: string;
}

export interface PicturePickerProps {
  readonly picture: ShownPicture & { readonly url: string };
  readonly pictures: readonly ShownPicture[];
  readonly onPicture: (id: string) => void;
  readonly onStepPicture: (by: -1 | 1) => void;
}

/** The picture that is looked at, and the way to another one. */
export const PicturePicker = memo(function PicturePicker(props: PicturePickerProps) {
  const { picture, pictures, onPicture, onStepPicture } = props;
  const data = useMemo(
    () =>
      [...group(pictures, (p) => p.className)].map(([className, items]) => ({
        group: className,
        items: items.map((p) => ({ value: p.id, label: p.name })),
      })),
    [pictures],
  );
  return (
    <div className="picker">
      <img src={picture.url} alt={`What the model sees of ${picture.name}`} width={224} height={224} />
      <div className="picker-row">
        <ActionIcon variant="default" aria-label="Look at the previous picture" onClick={() => onStepPicture(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label="Picture to look at"
          value={picture.id}
          data={data}
          onChange={(event) => onPicture(event.currentTarget.value)}
        />
        <ActionIcon variant="default" aria-label="Look at the next picture" onClick={() => onStepPicture(1)}>
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <p className="lab-soft">
        Your class: <b>{picture.className}</b>
      </p>
    </div>
  );
});
