import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowsExchange, IconSnowflake } from '@tabler/icons-react';
import { useId } from 'react';
import type { BaseCard } from '../../core/catalogue';
import { Word } from '../words/Word';
import { Control } from '../prepared/Control';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { FactList } from './FactList';
import { factsOf } from './facts';

export interface BaseSummaryProps {
  readonly card: BaseCard;
  /** Opens the chooser. */
  readonly onChoose: () => void;
}

/** The base in use, and the way to another one. */
export function BaseSummary({ card, onChoose }: BaseSummaryProps) {
  const titleId = useId();
  return (
    <section className="lab-card base-summary" aria-labelledby={titleId}>
      <h3 className="lab-h3 base-summary-title" id={titleId}>
        <IconSnowflake size={20} aria-hidden />{' '}
        <span className="lab-soft">
          <Trans>
            <Word of="base">Base</Word> in use:
          </Trans>
        </span>{' '}
        {card.title}
      </h3>
      <Control of="base">
        {(isLocked) => (
          <>
            <Button
              variant="default"
              disabled={isLocked}
              aria-describedby={isLocked ? `${titleId}-set` : undefined}
              aria-haspopup="dialog"
              leftSection={<IconArrowsExchange size={18} aria-hidden />}
              onClick={onChoose}
            >
              <Trans>Choose another base</Trans>
            </Button>
            {isLocked && <SetByInstructor id={`${titleId}-set`} />}
          </>
        )}
      </Control>
      <div className="base-summary-facts">
        <FactList facts={factsOf(card)} />
      </div>
    </section>
  );
}
