import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';

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
  // No class is proposed: what is pressed in a hurry would teach the wrong one.
  const [chosen, setChosen] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  const reasonId = useId();
  const classId = classes.some(({ id }) => id === chosen) ? chosen : '';
  const isHeld = classId === '' || isBusy;
  useEffect(() => {
    if (inClass === null || !wasPressed.current) return;
    wasPressed.current = false;
    // The button that had the focus has gone with the row.
    if (document.activeElement === document.body) place.current?.focus();
  }, [inClass]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset looks otherwise in every browser
    <div ref={place} className="try-teach" role="group" aria-label={t`Add it to your pictures`} tabIndex={-1}>
      {inClass === null && classes.length > 0 && (
        <div className="lab-row">
          <NativeSelect
            label={t`Add it to your pictures as`}
            value={classId}
            data={[
              { value: '', label: t`choose a class …` },
              ...classes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          {/* Not disabled: then the focus would be gone before there is something to tell. */}
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-disabled={isHeld}
            {...(isHeld ? { 'data-disabled': true, 'aria-describedby': reasonId } : {})}
            onClick={() => {
              if (isHeld) return;
              wasPressed.current = true;
              onTeach(classId);
            }}
          >
            <Trans>Add</Trans>
          </Button>
          {isHeld && (
            <span className="lab-soft" id={reasonId}>
              {isBusy ? t`Wait: pictures are coming in.` : t`Choose its class first.`}
            </span>
          )}
        </div>
      )}
      {/* There before it says something: only then it is read out. */}
      <output className="lab-soft">
        {inClass !== null && t`It is in your pictures as “${inClass}”. Train again to learn from more pictures.`}
      </output>
    </div>
  );
}
