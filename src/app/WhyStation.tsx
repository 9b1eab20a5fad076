import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { Word } from '../ui/words/Word';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';

/** Fetched when there are pictures to experiment with. */
const WhyPanels = lazy(() => import('./WhyPanels'));

export function WhyStation() {
  const wanted = useLabState((s) => s.collection.pictures.length > 0);
  return (
    <Section
      step={6}
      id={stations.why}
      title={t`Why transfer, and when`}
      lead={
        <Trans>
          Does what was learned on <Word of="transfer-learning">task A</Word> really help on your pictures, or would the
          size of the network do? How many pictures would it take without? And when does it fail?
        </Trans>
      }
    >
      {wanted ? (
        <Guarded what={t`The experiments on transfer`} meanwhile={t`Getting the experiments …`}>
          <WhyPanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          <Trans>
            With pictures on the page, transfer learning is put to the test here: against a network that starts from
            nothing, against random weights, and against bare pixels.
          </Trans>
        </p>
      )}
    </Section>
  );
}
