import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';
import type { LabState } from './store';

/** Fetched when there is something to use it on. */
const WorkPanels = lazy(() => import('./work/WorkPanels'));

/** Not while the first pictures come in: every batch of them would draw it anew. */
const isWanted = ({ collection, importing, log }: LabState) =>
  log.length > 0 || (collection.pictures.length > 0 && importing === null);

export function WorkStation() {
  const wanted = useLabState(isWanted);
  return (
    <Section
      step={9}
      id={stations.work}
      title={t`Keep it, hand it in, take it away`}
      lead={t`Every experiment is in the log, with your notes. Save the project, hand in a report, and carry the trained model elsewhere.`}
    >
      {wanted ? (
        <Guarded what={t`The log`} meanwhile={t`Getting it ready …`}>
          <WorkPanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          <Trans>
            After a training, the log of your experiments stands here, and from here the model goes with you.
          </Trans>
        </p>
      )}
    </Section>
  );
}
