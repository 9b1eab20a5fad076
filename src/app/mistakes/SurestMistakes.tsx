import { t } from '@lingui/core/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { confusionOf, mistakesIn } from '../../core/mistakes/confusion';
import { MeasureCard } from '../../ui/inside/MeasureCard';
import { noMistakesWords } from '../../ui/mistakes/mistakesWords';
import type { OfHeadsProps } from './Matrices';
import { PictureList } from './PictureList';
import { TrainHere } from './TrainHere';
import { useShownSeed } from './useShownSeed';

const label = t`Pictures of the surest mistakes`;

/** The wrong answers that a head was surest of. */
export function SurestMistakes({ heads, asked }: OfHeadsProps) {
  const { trial, answers, seedWords } = useShownSeed(heads);
  const isPhone = useMediaQuery('(max-width: 40rem)', undefined, { getInitialValueInEffect: false });
  const { total, places } = useMemo(() => {
    const { classes, answerable, truths } = asked;
    const shape = { classes: classes.length, answerable };
    const both = answers ? heads.arms.map((_, arm) => confusionOf([answers], arm, truths, shape)) : [];
    const surest = both.flatMap((own) => mistakesIn(own)).toSorted((a, b) => b.confidence - a.confidence);
    return {
      total: both[0]?.total ?? 0,
      // Wrong on both sides, a picture stands where its surer mistake does.
      places: [...new Set(surest.map(({ row }) => row))].map((row) => ({ row, trial })),
    };
  }, [heads, asked, answers, trial]);
  if (!answers || total === 0) return null;
  return (
    <MeasureCard
      title={t`The surest mistakes`}
      lead={t`Validation pictures of ${seedWords} that a head gets wrong, the surest answer first. What do they have in common? Is a label wrong? Would you know them?`}
      busy={false}
      ask={null}
    >
      {places.length === 0 ? (
        <>
          <TrainHere list={label} asked={asked} />
          <p>{noMistakesWords(total)}</p>
        </>
      ) : (
        <PictureList
          label={label}
          heads={heads}
          asked={asked}
          side="validation"
          places={places}
          portion={isPhone ? 4 : 6}
        />
      )}
    </MeasureCard>
  );
}
