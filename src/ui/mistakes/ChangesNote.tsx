import { Note } from '../layout/Note';
import { TrainAgain, type TrainAgainProps } from './TrainAgain';

export interface ChangesNoteProps extends TrainAgainProps {
  readonly words: string;
}

/** The pictures are not those of the training any more. */
export function ChangesNote({ words, ...training }: ChangesNoteProps) {
  return (
    <Note tone="warn">
      <div className="mistake-changes">
        <span>{words}</span>
        <TrainAgain {...training} />
      </div>
    </Note>
  );
}
