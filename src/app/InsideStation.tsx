import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { Word } from '../ui/words/Word';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';

/** Fetched with the charts, when there is something to look into. */
const InsidePanels = lazy(() => import('./InsidePanels'));

export function InsideStation() {
  const wanted = useLabState((s) => s.training.phase !== 'none' || s.sweep.phase !== 'none');
  return (
    <Section
      step={5}
      id={stations.inside}
      title={t`Look inside`}
      lead={
        <Trans>
          Why the curves differ, in the <Word of="head">heads</Word> that were trained here: the{' '}
          <Word of="mask">masks</Word> of every <Word of="step">step</Word>, whether <Word of="neuron">neurons</Word>{' '}
          grow alike, and what happens when some are taken away.
        </Trans>
      }
    >
      {wanted ? (
        <Guarded what={t`The view of the heads`} meanwhile={t`Getting the views …`}>
          <InsidePanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          <Trans>After a training, the two networks show here with their masks, neuron by neuron.</Trans>
        </p>
      )}
    </Section>
  );
}
