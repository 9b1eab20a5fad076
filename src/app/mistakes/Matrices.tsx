import { plural, t } from '@lingui/core/macro';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { armWords } from '../../core/armWords';
import { grouped } from '../../core/figures';
import type { Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import type { AskedPictures } from '../../core/mistakes/askedPictures';
import { listed } from '../../core/listed';
import { isOneSplit } from '../../core/sharedPictures';
import { confusionOf, type Cell } from '../../core/mistakes/confusion';
import { type ChosenCell, MatrixPanel } from '../../ui/mistakes/MatrixPanel';
import { staleWords } from '../../ui/mistakes/mistakesWords';
import { noAnswer, type SeedAnswers } from '../../core/mistakes/seedAnswers';
import { PictureList } from './PictureList';
import { TrainHere } from './TrainHere';
import type { Place } from './useMistakes';
import { useMistakesKeeper, useMistakesState } from './useMistakes';

export interface OfHeadsProps {
  readonly heads: TrainedHeads;
  readonly asked: AskedPictures;
}

/** The confusion matrices of both arms, and the pictures behind a cell. */
export function Matrices({ heads, asked }: OfHeadsProps) {
  const keeper = useMistakesKeeper();
  const { side, shown, answers, answering } = useMistakesState((s) => ({
    side: s.side,
    shown: s.shown,
    answers: s.answers,
    answering: s.answering,
  }));
  const [chosen, setChosen] = useState<ChosenCell | null>(null);
  const classNames = useMemo(() => asked.classes.map(classWords), [asked]);
  const seeds = useMemo(
    () => answers[side].filter((own) => own !== null).filter((own) => shown === 'all' || own.trial === shown),
    [answers, side, shown],
  );
  const arms = useMemo(
    () =>
      seeds.length === 0
        ? null
        : heads.arms.map((own, arm) => {
            const shape = { classes: asked.classes.length, answerable: asked.answerable };
            return {
              name: armWords(own),
              confusion: confusionOf(seeds, arm, asked.truths, shape),
              stale: staleWords(asked.changes, accuracyBefore(heads, seeds, arm)),
            };
          }),
    [heads, asked, seeds],
  );
  const cell = chosen && arms?.[chosen.arm]?.confusion.cells[chosen.truth]?.[chosen.answer];
  const places = useMemo(() => (cell ? placesOf(cell) : none), [cell]);
  const heading = useRef<HTMLHeadingElement>(null);
  // The list may open far below the cell.
  useEffect(() => {
    const place = heading.current;
    if (!chosen || !place) return;
    place.focus({ preventScroll: true });
    const { top } = place.getBoundingClientRect();
    if (top > 0 && top < window.innerHeight / 2) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  }, [chosen]);
  const isEmptied = chosen !== null && places.length === 0;
  // The last picture takes the list, and the focus in it, away.
  useEffect(() => {
    if (isEmptied && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isEmptied]);
  return (
    <MatrixPanel
      side={side}
      onSide={(next) => keeper.show({ side: next })}
      seeds={useMemo(() => heads.trials.map(({ seed }) => seed), [heads])}
      splitFixed={useMemo(() => isOneSplit(heads.trials), [heads])}
      shown={shown}
      onShown={(next) => keeper.show({ shown: next })}
      arms={arms}
      counted={seeds.length}
      classNames={classNames}
      progress={answering.phase === 'idle' || answering.phase === 'impossible' ? null : answering}
      onGoOn={keeper.answers.goOn}
      onStop={keeper.answers.stop}
      notes={notesOf(heads, asked, side, shown)}
      chosen={chosen}
      // Many cards at once: they are drawn in slices.
      onChoose={(next) => startTransition(() => setChosen(next))}
    >
      {chosen && (
        <div className="mistake-block">
          <h4 className="measure-behind mistake-behind" tabIndex={-1} ref={heading}>
            {cellWords(chosen, places, cell, heads, classNames, shown)}
          </h4>
          {places.length === 0 ? (
            <TrainHere list={label} asked={asked} />
          ) : (
            <PictureList
              key={`${side} ${shown} ${chosen.arm} ${chosen.truth} ${chosen.answer}`}
              label={label}
              heads={heads}
              asked={asked}
              side={side}
              places={places}
              portion={12}
            />
          )}
        </div>
      )}
    </MatrixPanel>
  );
}

const none: readonly Place[] = [];
const label = t`Pictures of the chosen cell`;

/** Accuracy of an arm with the labels of its training; null where not every picture was answered while it was there. */
function accuracyBefore({ labels, classes }: TrainedHeads, seeds: readonly SeedAnswers[], arm: number): number | null {
  if (seeds.some(({ predicted }) => predicted[arm]?.includes(noAnswer) ?? true)) return null;
  const shape = { classes: classes.length, answerable: classes.length };
  const { right, total } = confusionOf(seeds, arm, labels, shape);
  return total === 0 ? null : right / total;
}

/** Each picture once: of several seeds, the surest. */
const placesOf = ({ pictures }: Cell): readonly Place[] =>
  [...new Map(pictures.toReversed().map(({ row, trial }) => [row, { row, trial }])).values()].toReversed();

const classWords = ({ name, isKnown, isThere }: AskedPictures['classes'][number]): string =>
  isKnown ? (isThere ? name : t`${name} (deleted)`) : t`${name} (new)`;

function cellWords(
  { arm, truth, answer }: ChosenCell,
  places: readonly Place[],
  cell: Cell | null | undefined,
  { arms }: TrainedHeads,
  classNames: readonly string[],
  shown: number | 'all',
): string {
  const [truthName, answerName, side] = [classNames[truth] ?? '', classNames[answer] ?? '', arms[arm]?.name ?? ''];
  const what = t`${truthName}, answered ${answerName} ${side}`;
  if (places.length === 0) return t`No pictures of ${what}, any more.`;
  const pictures = places.length;
  const words = plural(pictures, { one: `# picture of ${what}:`, other: `# pictures of ${what}, surest first:` });
  if (shown !== 'all') return words;
  const answers = cell?.pictures.length ?? 0;
  return `${plural(answers, { one: '# answer', other: '# answers' })}, ${words}`;
}

function notesOf(
  { trials, labels, settings }: TrainedHeads,
  asked: AskedPictures,
  side: Side,
  shown: number | 'all',
): readonly string[] {
  const notes: string[] = [];
  if (settings.noise > 0) {
    const of = shown === 'all' ? trials : trials.slice(shown, shown + 1);
    const wrong = of.reduce(
      (sum, { training, givenLabels }) => sum + training.filter((row) => givenLabels[row] !== labels[row]).length,
      0,
    );
    const all = of.reduce((sum, { training }) => sum + training.length, 0);
    notes.push(
      side === 'training'
        ? t`${grouped(wrong)} of ${plural(all, { one: '# label was', other: '# labels were' })} given wrong on purpose. Here the true label counts, so that a head which has learned a wrong one by heart makes a mistake.`
        : t`Some labels were given wrong on purpose in training, ${grouped(wrong)} of ${grouped(all)}. Validation has the true ones.`,
    );
  }
  const later = asked.classes.filter(({ isKnown }) => !isKnown).map(({ name }) => `“${name}”`);
  const names = listed(later);
  if (later.length > 0)
    notes.push(
      plural(later.length, {
        one: `The heads do not know ${names}: it came after their training.`,
        other: `The heads do not know ${names}: they came after their training.`,
      }),
    );
  return notes;
}
