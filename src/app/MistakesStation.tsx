import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Section } from '../ui/layout/Section';
import { Word } from '../ui/words/Word';
import { useLabState } from './context';
import { Guarded } from './Guarded';
import { stations } from './stations';
import type { LabState } from './store';

/** Fetched when there is something to use it on. */
const MistakesPanels = lazy(() => import('./mistakes/MistakesPanels'));

/** Not while the first pictures come in: every batch of them would draw it anew. */
const isWanted = ({ collection, importing, heads }: LabState) =>
  collection.pictures.length > 0 && (importing === null || heads !== null);

export function MistakesStation() {
  const wanted = useLabState(isWanted);
  return (
    <Section
      step={8}
      id={stations.mistakes}
      title={t`Find the mistakes`}
      lead={
        <Trans>
          Which pictures do the <Word of="head">heads</Word> get wrong, and why? Mend wrong{' '}
          <Word of="label">labels</Word> from here; and at the very end, open the locked <Word of="test">test set</Word>{' '}
          once.
        </Trans>
      }
    >
      {wanted ? (
        <Guarded what={t`The mistakes`} meanwhile={t`Getting it ready …`}>
          <MistakesPanels />
        </Guarded>
      ) : (
        <p className="lab-card lab-soft lab-padded">
          <Trans>With pictures and a training, what each head mistakes for what shows here, picture by picture.</Trans>
        </p>
      )}
    </Section>
  );
}
