import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';

/** Fetched when there is something to use it on. */
const WorkPanels = lazy(() => import('./work/WorkPanels'));

export function WorkStation() {
  const wanted = useLabState((s) => s.log.length > 0 || s.collection.pictures.length > 0);
  return (
    <Section
      step={9}
      id={stations.work}
      title="Keep it, hand it in, take it away"
      lead="Every experiment is in the log, with your notes. Save the project, hand in a report, and carry the trained model elsewhere."
    >
      {wanted ? (
        <Guarded what="The log" meanwhile="Getting it ready …">
          <WorkPanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          After a training, the log of your experiments stands here, and from here the model goes with you.
        </p>
      )}
    </Section>
  );
}
