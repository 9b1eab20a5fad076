import { samples } from '../core/samples';
import { Welcome } from '../ui/layout/Welcome';
import { useLab, useLabState } from './context';
import { showStation } from './stations';

export function WelcomeStation() {
  const lab = useLab();
  const empty = useLabState((s) => s.collection.classes.length === 0);
  const busy = useLabState((s) => s.importing !== null);
  const [sample] = samples;
  if (!empty) return null;
  const tryIt = async () => {
    showStation('base');
    if (await lab.loadSample(sample.id)) await lab.trainWhenReady();
  };
  return (
    <Welcome
      sample="324 drawings of animals, food and vehicles"
      busy={busy}
      onSample={() => void tryIt()}
      onOwn={() => showStation('pictures')}
    />
  );
}
