import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

export interface TeachRowProps {
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  /** The class it was put into; null: it is in none. */
  readonly inClass: string | null;
  /** Pictures are coming in: it has to wait. */
  readonly isBusy: boolean;
  readonly onTeach: (classId: string) => void;
}

/** Puts the picture into the collection: a wrong answer can be taught. */
export function TeachRow({ classes, inClass, isBusy, onTeach }: TeachRowProps) {
  const [chosen, setChosen] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  const [first] = classes;
  const classId = classes.some(({ id }) => id === chosen) ? chosen : first?.id;
  useEffect(() => {
    if (inClass === null || !wasPressed.current) return;
    wasPressed.current = false;
    // The button that had the focus has gone with the row.
    if (document.activeElement === document.body) place.current?.focus();
  }, [inClass]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset looks otherwise in every browser
    <div ref={place} className="try-teach" role="group" aria-label="Add it to your pictures" tabIndex={-1}>
      {inClass === null && classId !== undefined && (
        <div className="lab-row">
          <NativeSelect
            label="Add it to your pictures as"
            value={classId}
            data={classes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          {/* Not disabled: then the focus would be gone before there is something to tell. */}
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-disabled={isBusy}
            onClick={() => {
              if (isBusy) return;
              wasPressed.current = true;
              onTeach(classId);
            }}
          >
            Add
          </Button>
        </div>
      )}
      {/* There before it says something: only then it is read out. */}
      <output className="lab-soft">
        {inClass !== null && `It is in your pictures as “${inClass}”. Train again to learn from more pictures.`}
      </output>
    </div>
  );
}
