import { plural, t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { grouped } from '../../core/figures';
import { oneSided, oneSidedOverSeeds } from '../../core/mistakes/oneSided';
import { MeasureCard, Verdict } from '../../ui/inside/MeasureCard';
import { oneSidedWords } from '../../ui/mistakes/mistakesWords';
import type { OfHeadsProps } from './Matrices';
import { PictureList } from './PictureList';
import { useMistakesState } from './useMistakes';
import { useShownSeed } from './useShownSeed';

const rightWith = t`Right only with dropout`;
const rightWithout = t`Right only without`;

/** The pictures that one side gets right and the other does not. */
export function OneSidedPictures({ heads, asked }: OfHeadsProps) {
  const { trial, answers, seedWords } = useShownSeed(heads);
  const validation = useMistakesState((s) => s.answers.validation);
  const { truths, pictures } = asked;
  const lists = useMemo(() => {
    if (!answers) return null;
    const { onlyWith, onlyWithout } = oneSided(answers, truths);
    const places = (rows: readonly number[]) => rows.map((row) => ({ row, trial }));
    return [
      { title: rightWith, places: places(onlyWith) },
      { title: rightWithout, places: places(onlyWithout) },
    ];
  }, [answers, truths, trial]);
  const seeds = useMemo(() => validation.filter((own) => own !== null), [validation]);
  const over = useMemo(
    () => (seeds.length > 0 ? oneSidedOverSeeds(seeds, truths, (row) => pictures[row]?.group ?? String(row)) : null),
    [seeds, truths, pictures],
  );
  if (!lists || !over) return null;
  const isPart = seeds.length < heads.trials.length;
  return (
    <MeasureCard
      title={t`Right on one side only`}
      lead={t`Validation pictures that one head of ${seedWords} gets right and the other does not. Single pictures flip by chance: each card says how steady its picture is.`}
      busy={false}
      ask={null}
    >
      <Verdict main={oneSidedWords(over)} more={isPart ? [askedWords(seeds.length, heads.trials.length)] : []} />
      <div className="mistake-pair">
        {lists.map(({ title, places }) => (
          <div key={title} className="mistake-block">
            <h4 className="measure-title">
              {title}: {plural(places.length, { one: '# picture', other: '# pictures' })}
            </h4>
            {places.length > 0 && (
              <PictureList label={title} heads={heads} asked={asked} side="validation" places={places} portion={3} />
            )}
          </div>
        ))}
      </div>
    </MeasureCard>
  );
}

const askedWords = (asked: number, all: number): string =>
  t`${grouped(asked)} of ${plural(all, { one: '# seed has', other: '# seeds have' })} been asked so far.`;
