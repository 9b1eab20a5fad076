import { Trans } from '@lingui/react/macro';
import { showStation, stations } from '../stations';
import { useBlocked } from '../useBlocked';
import { useLab, useLabState } from '../context';
import { InTurn } from '../../ui/compare/InTurn';
import { ChangesNote } from '../../ui/mistakes/ChangesNote';
import { changesWords } from '../../ui/mistakes/mistakesWords';
import { headsWords } from '../../ui/try/tryWords';
import { Note } from '../../ui/layout/Note';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { Matrices } from './Matrices';
import { OneSidedPictures } from './OneSidedPictures';
import { SurestMistakes } from './SurestMistakes';
import { TestSet } from './TestSet';
import { useAsked, useMistakesState } from './useMistakes';

/** Everything of the station on mistakes. A default export, because the page loads it when needed. */
export default function MistakesPanels() {
  return (
    <>
      <Mistakes />
      <TestSet />
    </>
  );
}

/** The address belongs to the settings: a jump must not write there. */
function toTraining(event: React.MouseEvent) {
  event.preventDefault();
  showStation('compare');
}

function Mistakes() {
  const isTraining = useLabState((s) => s.training.phase === 'running');
  const { heads, answering, isPartly } = useMistakesState((s) => ({
    heads: s.heads,
    answering: s.answering,
    isPartly: s.answers.validation.some(Boolean),
  }));
  if (isTraining)
    return (
      <p className="lab-card lab-soft lab-padded" aria-live="polite">
        <Trans>The heads are being trained: their mistakes show when the training is done, or paused.</Trans>
      </p>
    );
  if (!heads)
    return (
      <p className="lab-card lab-soft lab-padded">
        <Trans>
          Nothing has been trained yet. Press “Train” at{' '}
          <a href={`#${stations.compare}`} onClick={toTraining}>
            station 4
          </a>
          ; then what each head mistakes for what shows here, picture by picture.
        </Trans>
      </p>
    );
  return (
    <>
      {answering.phase === 'impossible' && <Note tone="warn">{answering.reason}</Note>}
      {(answering.phase !== 'impossible' || isPartly) && <OfHeads heads={heads} />}
    </>
  );
}

function OfHeads({ heads }: { readonly heads: TrainedHeads }) {
  const lab = useLab();
  const asked = useAsked(heads);
  const blocked = useBlocked();
  const words = changesWords(asked.changes);
  const experiment = useLabState((s) => s.log.find(({ id }) => id === heads.runId)?.number ?? null);
  if (asked.pictures.every((p) => p === null))
    return (
      <Note>
        <Trans>None of the pictures of this training are here any more. Train again to see what is mistaken now.</Trans>
      </Note>
    );
  return (
    <>
      <p className="lab-soft mistake-heads">{headsWords(experiment)}</p>
      {words !== null && <ChangesNote words={words} blocked={blocked} onTrain={() => void lab.trainWhenReady()} />}
      <Matrices heads={heads} asked={asked} />
      <InTurn>
        <SurestMistakes heads={heads} asked={asked} />
      </InTurn>
      <InTurn>
        <OneSidedPictures heads={heads} asked={asked} />
      </InTurn>
    </>
  );
}
