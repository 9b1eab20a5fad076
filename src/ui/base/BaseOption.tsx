import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconWorld } from '@tabler/icons-react';
import { useId } from 'react';
import type { BaseCard } from '../../core/catalogue';
import { FactList } from './FactList';
import { type Fact, factsOf, keptWords, without } from './facts';
import { cardLeavesPage, sizeInBrackets } from './hubWords';
import { SecondPress } from './SecondPress';

export interface ChoosableBase {
  readonly card: BaseCard;
  /** Its files are in this browser. */
  readonly kept: boolean;
  readonly inUse: boolean;
}

export interface BaseOptionProps {
  readonly base: ChoosableBase;
  /** Facts that stand over the whole group. */
  readonly said: readonly Fact[];
  readonly largest: ReadonlyMap<string, number>;
  /** Id of the sentences that say what leaves the page; null where nothing does. */
  readonly warningId: string | null;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

/** One base, with what there is to know before choosing it. */
export function BaseOption({ base, said, largest, warningId, onChoose, onRemove }: BaseOptionProps) {
  const { card, kept, inUse } = base;
  const titleId = useId();
  const isFetched = card.origin.kind === 'hub' && !kept;
  const isRemovable = !inUse && (card.origin.kind === 'own' || (card.origin.kind === 'hub' && kept));
  const facts = [...without(factsOf(card), said), { term: t`In this browser`, words: keptWords(card, kept) }];
  return (
    <article className="base-option" data-in-use={inUse || undefined} aria-labelledby={titleId}>
      <h4 className="base-option-title" id={titleId}>
        {card.title}
      </h4>
      <FactList facts={facts} largest={largest} />
      {isFetched && !inUse && (
        <p className="base-option-leaves">
          <IconWorld size={18} aria-hidden /> {cardLeavesPage(card)}
        </p>
      )}
      <div className="lab-row base-option-foot">
        {inUse ? (
          <p className="base-option-used">
            <IconCheck size={18} aria-hidden /> <Trans>In use</Trans>
          </p>
        ) : (
          <Button
            variant={isFetched ? 'default' : 'filled'}
            aria-describedby={isFetched ? (warningId ?? undefined) : undefined}
            onClick={onChoose}
          >
            {isFetched ? t`Fetch and use it` + sizeInBrackets(card) : t`Use it`}
            <span className="lab-hidden">: {card.title}</span>
          </Button>
        )}
        {isRemovable && <SecondPress label={t`Remove`} subject={card.title} onConfirm={onRemove} />}
      </div>
    </article>
  );
}
