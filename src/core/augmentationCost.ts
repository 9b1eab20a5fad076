import { plural, t } from '@lingui/core/macro';
import { grouped } from './figures';

/** What altered copies cost, before they are made or after. */
export interface AugmentationCost {
  /** Of each training picture. */
  readonly copies: number;
  /** Altered copies that there are; null: not made yet. */
  readonly made: number | null;
  /** Pictures in the collection. */
  readonly pictures: number;
  /** Pictures that one seed learns from. */
  readonly training: number;
  /** Most that a copy is turned, in degrees. */
  readonly rotation: number;
  readonly batch: number;
  /** Of the base, where it was measured. */
  readonly perSecond: number | null;
}

/** One sentence for the base, which sees each copy once, and one for the head, which learns from all of them. */
export function augmentationCostWords(cost: AugmentationCost): string {
  const { copies, rotation, made, pictures, training, batch, perSecond } = cost;
  const most = made ?? copies * pictures;
  const seconds = Math.max(1, Math.round(most / (perSecond ?? 1)));
  const steps = (rows: number) => Math.ceil(rows / batch);
  const [withCopies, without] = [steps(training * (copies + 1)), grouped(steps(training))];
  return [
    made === null ? willGo(most, perSecond === null ? null : seconds) : went(most, perSecond === null ? null : seconds),
    t`An epoch has ${plural(withCopies, { one: '# step', other: '# steps' })} instead of ${without}.`,
    t`The copies stay on their picture’s side; validation gets none.`,
    ...(copies > 1 && rotation === 0
      ? [t`Without turning, a picture has only one copy that differs: its mirror image.`]
      : []),
  ].join(' ');
}

const willGo = (copies: number, seconds: number | null): string =>
  seconds === null
    ? plural(copies, {
        one: 'Up to # copy will go through the base as well, once.',
        other: 'Up to # copies will go through the base as well, once.',
      })
    : plural(copies, {
        one: `Up to # copy will go through the base as well, once, about ${seconds} s.`,
        other: `Up to # copies will go through the base as well, once, about ${seconds} s.`,
      });

const went = (copies: number, seconds: number | null): string =>
  seconds === null
    ? plural(copies, {
        one: '# copy went through the base as well, once.',
        other: '# copies went through the base as well, once.',
      })
    : plural(copies, {
        one: `# copy went through the base as well, once, about ${seconds} s.`,
        other: `# copies went through the base as well, once, about ${seconds} s.`,
      });
