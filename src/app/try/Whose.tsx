import { useStore } from 'zustand';
import { WhoseHeads } from '../../ui/try/WhoseHeads';
import { useLabState } from '../context';
import type { TryPartProps } from './TryPanel';

/** Whose heads answer. */
export function Whose({ trying, heads }: TryPartProps) {
  const { runId, trials, epoch, settings } = heads;
  const trial = useStore(trying.state, (s) => s.trial);
  const experiment = useLabState((s) => s.log.find(({ id }) => id === runId)?.number ?? null);
  return (
    <WhoseHeads
      experiment={experiment}
      seeds={trials.map(({ seed }) => seed)}
      trial={trial}
      epoch={epoch}
      epochs={settings.epochs}
      onTrial={trying.setTrial}
    />
  );
}
