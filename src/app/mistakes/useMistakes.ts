import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { armWords } from '../../core/armWords';
import type { Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { askedPictures, type AskedPictures } from '../../core/mistakes/askedPictures';
import { labelHint } from '../../core/mistakes/labelHint';
import { steadiness } from '../../core/mistakes/oneSided';
import { openingsIn, seenIds } from '../../core/testOpenings';
import { noAnswer, type SeedAnswers } from '../../core/mistakes/seedAnswers';
import { steadinessWords } from '../../ui/mistakes/mistakesWords';
import type { ShownMistake } from '../../ui/mistakes/shownMistake';
import { useLab, useLabState } from '../context';
import { mistakesOf, type MistakesKeeper } from './keeper';
import { confirmKey, nearKey, type MistakesState } from './mistakesState';

export const useMistakesKeeper = (): MistakesKeeper => mistakesOf(useLab());

/** A part of this station's own state. */
export function useMistakesState<T>(pick: (state: MistakesState) => T): T {
  return useStore(useMistakesKeeper().store, useShallow(pick));
}

/** The pictures of the heads' training, as they are labelled now. */
export function useAsked(heads: TrainedHeads): AskedPictures {
  const { collection, log, kept } = useLabState((s) => ({
    collection: s.collection,
    log: s.log,
    kept: s.project.testOpenings,
  }));
  const released = useMistakesState((s) => s.released);
  const tested = useMemo(() => new Set([...released, ...seenIds(openingsIn(log, kept))]), [released, log, kept]);
  return useMemo(() => askedPictures(heads, collection, tested), [heads, collection, tested]);
}

/** A picture that one seed's heads were asked about. */
export interface Place {
  readonly trial: number;
  readonly row: number;
}

/** What there is to show of pictures: both heads' answers, the nearest, and hints. */
export function useShownMistakes(heads: TrainedHeads, asked: AskedPictures, side: Side, places: readonly Place[]) {
  const lab = useLab();
  const { near, confirmed, own, validation } = useMistakesState(({ near, confirmed, answers }) => ({
    near,
    confirmed,
    own: answers[side],
    validation: answers.validation,
  }));
  const steady = useMemo(
    () =>
      steadiness(
        validation.filter((one) => one !== null),
        asked.truths,
      ),
    [validation, asked],
  );
  return useMemo(
    () =>
      places.flatMap(({ trial, row }): ShownMistake[] => {
        const picture = asked.pictures[row];
        const truth = asked.truths[row] ?? -1;
        const cls = asked.classes[truth];
        const said = answered(own[trial], row);
        if (!picture || !cls || !said) return [];
        const found = near.get(nearKey(trial, row))?.found;
        const neighbours = found?.flatMap(({ row: other, distance }) => {
          const of = asked.pictures[other];
          const its = asked.classes[asked.truths[other] ?? -1];
          return of && its ? [{ id: of.id, name: of.name, url: lab.thumbnailUrl(of.hash), cls: its, distance }] : [];
        });
        const hint = labelHint(
          truth,
          said.map(({ answer }) => answer),
          neighbours?.map((n) => asked.classes.indexOf(n.cls)) ?? [],
        );
        const isConfirmed = confirmed.has(confirmKey(picture.id, picture.classId));
        const seeds = steady(row);
        const isLearned = heads.trials[trial]?.training.includes(row) ?? false;
        return [
          {
            picture,
            url: lab.thumbnailUrl(picture.hash),
            cls,
            answers: said.flatMap(({ answer, confidence }, arm) => {
              const of = asked.classes[answer];
              const own = heads.arms[arm];
              return of && own ? [{ arm: armWords(own), answer: of, confidence, isRight: answer === truth }] : [];
            }),
            neighbours: neighbours ?? null,
            hint: hint === null || isConfirmed ? null : (asked.classes[hint] ?? null),
            notes: [
              ...(hint !== null && isConfirmed ? [t`You said that the label is right.`] : []),
              ...givenWrong(heads, asked, trial, row, isLearned),
              ...(seeds.seeds > 1 && !isLearned ? [steadinessWords(seeds)] : []),
            ],
          },
        ];
      }),
    [heads, asked, places, near, confirmed, own, steady, lab],
  );
}

/** Where training was told another class on purpose. */
function givenWrong(
  { trials, labels }: TrainedHeads,
  { classes }: AskedPictures,
  trial: number,
  row: number,
  isLearned: boolean,
) {
  const given = trials[trial]?.givenLabels[row];
  if (!isLearned || given === undefined || given === labels[row]) return [];
  const told = classes[given]?.name ?? '';
  return [t`Training was told “${told}”: a wrong label on purpose.`];
}

/** What each arm said; undefined where it was not asked. */
function answered(answers: SeedAnswers | null | undefined, row: number) {
  const at = answers?.rows.indexOf(row) ?? -1;
  if (!answers || at < 0 || answers.predicted[0]?.[at] === noAnswer) return undefined;
  return answers.predicted.map((own, arm) => ({
    answer: own[at] ?? noAnswer,
    confidence: answers.confidence[arm]?.[at] ?? 0,
  }));
}
