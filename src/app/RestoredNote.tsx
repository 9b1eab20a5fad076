import { t } from '@lingui/core/macro';
import { Note } from '../ui/layout/Note';
import { useLabState } from './context';
import { insideLacks, type InsideLack } from './insideLacks';
import type { LabState } from './store';

/** What can be looked into of a training that was brought back, and what cannot. */
export function RestoredNote() {
  const words = useLabState(restoredWords);
  return words !== null && <Note>{words}</Note>;
}

function restoredWords(state: LabState): string | null {
  const { training, inside, log } = state;
  if (training.phase === 'none' || !training.session.isRestored || inside.trouble !== null) return null;
  const number = log.find(({ id }) => id === training.session.runId)?.number;
  const name = number === undefined ? t`the experiment at station 4` : t`experiment ${number}`;
  const last = inside.epochs.at(-1);
  if (last !== undefined)
    return t`Of ${name} the start and epoch ${last} can be looked into, and steps are those of epoch 1; the epochs between were not kept. Train again to go through them.`;
  const lack = insideLacks(state);
  return lack === null ? t`Opening the heads of ${name} …` : lackWords[lack](name);
}

const lackWords: Readonly<Record<InsideLack, (name: string) => string>> = {
  weights: (name) =>
    t`Of ${name} the curves were kept, and its weights are not at hand: it was cut off before they were kept, or other heads are in use. Train again to look inside.`,
  'set-up': (name) =>
    t`Pictures or settings are not those of ${name} any more, so that its heads cannot be looked into. Set them back, or train again.`,
  features: (name) => t`The heads of ${name} show here when the features of its pictures are there (station 2).`,
};
