import { changesIn, type AskedPictures } from '../../core/mistakes/askedPictures';
import { TrainAgain } from '../../ui/mistakes/TrainAgain';
import { useLab } from '../context';
import { useBlocked } from '../useBlocked';
import { useMistakesState } from './useMistakes';

interface TrainHereProps {
  /** Label of the list that it stands in. */
  readonly list: string;
  readonly asked: AskedPictures;
}

/** The training stands where the work is: in the list whose pictures were changed last, while there are changes. */
export function TrainHere({ list, asked }: TrainHereProps) {
  const lab = useLab();
  const blocked = useBlocked();
  const isHere = useMistakesState((s) => s.workedIn === list);
  if (!isHere || changesIn(asked.changes) === 0) return null;
  return <TrainAgain blocked={blocked} onTrain={() => void lab.trainWhenReady()} />;
}
