import { useLabState } from './context';
import { Heads } from './Heads';
import { Rates } from './Rates';
import { RestoredNote } from './RestoredNote';
import { stations } from './stations';

/** Everything about the heads of the training on the page. A default export, because the page loads it when needed. */
export default function InsidePanels() {
  const session = useLabState((s) => (s.training.phase === 'none' ? null : s.training.session));
  const hasHeads = useLabState((s) => s.inside.network !== null || s.inside.trouble !== null);
  return (
    <>
      <RestoredNote />
      {session && hasHeads && <Heads session={session} />}
      <div id={stations.rates}>
        <Rates />
      </div>
    </>
  );
}
