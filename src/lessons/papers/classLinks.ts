import { t } from '@lingui/core/macro';
import { formatLink } from '../../core/link';
import { pageHref, type PageId } from '../../core/page';
import { presets, presetSample } from '../../core/presets';
import { defaultsFor } from '../../core/samples';
import type { Settings } from '../../core/settings';

/** A place or a set-up that a paper sends the class to. */
export interface ClassLink {
  readonly label: string;
  /** From "#" on: the page's own address comes before it. */
  readonly href: string;
  /** The same for paper, short enough to be typed: what it leaves out has its default. */
  readonly typed: string;
  /** The presenter’s view has the same experiment under this digit, with its own number of seeds. */
  readonly digit?: number;
}

/** Runs of a class: few enough to be over soon on a school's laptop. */
export const classSeeds = 5;

function setUp(
  label: string,
  sample: string,
  changes: Partial<Settings>,
  also: Readonly<Record<string, string>>,
): ClassLink {
  const own = { seeds: classSeeds, ...changes };
  const full = formatLink({ sample, settings: { ...defaultsFor(sample), ...own } });
  const more = new URLSearchParams(also).toString();
  const rest = more && `&${more}`;
  const texts = Object.entries(own).map(([key, value]) => [key, String(value)]);
  const short = new URLSearchParams({ v: '1', sample, ...Object.fromEntries(texts) }).toString();
  return { label, href: `${full}${rest}`, typed: `#${short}${rest}` };
}

/**
 * One of the measured set-ups, with as many seeds as a class has time for. It sets up and waits: everybody predicts
 * before somebody presses Train.
 */
function ofPreset(id: string, label: string): ClassLink {
  const at = presets.findIndex((one) => one.id === id);
  const link = setUp(label, presetSample, { ...presets[at]?.changes, seeds: classSeeds }, {});
  return { ...link, digit: at + 1 };
}

const page = (id: PageId, label: string): ClassLink => ({ label, href: pageHref(id), typed: pageHref(id) });

/** An experiment on transfer, on right labels. */
const study = (label: string, sample: string, id: 'ways' | 'cuts'): ClassLink =>
  setUp(label, sample, { noise: 0 }, { study: id });

/** Everything that the papers for instructors open. */
export const classLinks = {
  lessons: page('lessons', t`Lessons`),
  builtIn: setUp(t`The stations with the built-in set`, presetSample, {}, {}),
  stations: page('lab', t`The stations`),
  present: page('present', t`The presenter’s view`),
  prepare: page('prepare', t`Prepare a link`),
  words: page('words', t`Words`),
  worksheet: page('worksheet', t`Worksheet`),
  answers: page('answers', t`Answer key`),
  privacy: page('privacy', t`For parents and IT`),
  transfer: page('lesson-transfer', t`Lesson: what is transfer learning`),
  dropout: page('lesson-dropout', t`Lesson: dropout`),
  misconceptions: page('lesson-misconceptions', t`Lesson: six misconceptions`),
  rightLabels: ofPreset('no-need', t`Run A: right labels`),
  wrongLabels: ofPreset('wrong-labels', t`Run B: three labels in ten are wrong`),
  tooMuch: ofPreset('too-much', t`Run C: nine units in ten dropped`),
  fewPictures: ofPreset('few-pictures', t`Run D: ten pictures of each class`),
  styles: study(t`Four ways, another drawing style`, 'animals-food-vehicles-styles', 'ways'),
  dots: study(t`Every cut, counting dots`, 'counting-dots', 'cuts'),
  oddOrEven: study(t`Four ways, odd or even`, 'odd-or-even', 'ways'),
} as const satisfies Readonly<Record<string, ClassLink>>;

export type ClassLinkId = keyof typeof classLinks;
