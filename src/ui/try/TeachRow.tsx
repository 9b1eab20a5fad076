import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

export interface TeachRowProps {
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  /** The class it was put into; null: it is in none. */
  readonly inClass: string | null;
  readonly onTeach: (classId: string) => void;
}

/** Puts the picture into the collection: a wrong answer can be taught. */
export function TeachRow({ classes, inClass, onTeach }: TeachRowProps) {
  const [chosen, setChosen] = useState('');
  const [first] = classes;
  if (inClass !== null)
    return (
      <output className="lab-soft">
        It is in your pictures as “{inClass}”. Train again to learn from more pictures.
      </output>
    );
  if (!first) return null;
  const classId = classes.some(({ id }) => id === chosen) ? chosen : first.id;
  return (
    <div className="lab-row try-teach">
      <NativeSelect
        label="Add it to your pictures as"
        value={classId}
        data={classes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onTeach(classId)}>
        Add
      </Button>
    </div>
  );
}
