import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { Word } from '../ui/words/Word';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';

/** Fetched when there is something to use it on. */
const TryPanels = lazy(() => import('./try/TryPanels'));

export function TryStation() {
  const wanted = useLabState((s) => s.heads !== null || s.training.phase !== 'none');
  return (
    <Section
      step={7}
      id={stations.try}
      title={t`Try it`}
      lead={
        <Trans>
          Show the two trained <Word of="head">heads</Word> a picture that neither has seen: from a file, from the
          clipboard, or live from the camera. And see where in the picture they look.
        </Trans>
      }
    >
      {wanted ? (
        <Guarded what={t`Trying the heads`} meanwhile={t`Getting it ready …`}>
          <TryPanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          <Trans>After a training, the two heads answer here on any picture, side by side.</Trans>
        </p>
      )}
    </Section>
  );
}
