import { Button } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { Note } from '../layout/Note';

export interface ChangesNoteProps {
  readonly words: string;
  /** Why there can be no training now; null: there can. */
  readonly blocked: string | null;
  readonly onTrain: () => void;
}

/** The pictures are not those of the training any more. */
export function ChangesNote({ words, blocked, onTrain }: ChangesNoteProps) {
  const id = useId();
  return (
    <Note tone="warn">
      <div className="mistake-changes">
        <span>{words}</span>
        <span className="lab-row">
          <Button
            color="ember"
            leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
            disabled={blocked !== null}
            aria-describedby={blocked === null ? undefined : id}
            onClick={onTrain}
          >
            Train again
          </Button>
          {blocked !== null && <span id={id}>{blocked}</span>}
        </span>
      </div>
    </Note>
  );
}
