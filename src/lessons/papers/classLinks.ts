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
  const rest = new URLSearchParams(also).toString();
  const texts = Object.entries(own).map(([key, value]) => [key, String(value)]);
  const short = new URLSearchParams({ v: '1', sample, ...Object.fromEntries(texts) }).toString();
  return { label, href: `${full}&${rest}`, typed: `#${short}&${rest}` };
}

/** One of the measured set-ups, with as many seeds as a class has time for. */
function ofPreset(id: string, label: string): ClassLink {
  const preset = presets.find((one) => one.id === id);
  return setUp(label, presetSample, { ...preset?.changes, seeds: classSeeds }, { run: '1' });
}

const page = (id: PageId, label: string): ClassLink => ({ label, href: pageHref(id), typed: pageHref(id) });

/** An experiment on transfer, on right labels. */
const study = (label: string, sample: string, id: 'ways' | 'cuts'): ClassLink =>
  setUp(label, sample, { noise: 0 }, { study: id });

/** Everything that the papers for instructors open. */
export const classLinks = {
  stations: page('lab', t`The stations`),
  present: page('present', t`The presenter’s view`),
  prepare: page('prepare', t`Prepare a link`),
  words: page('words', t`Words`),
  worksheet: page('worksheet', t`Worksheet`),
  answers: page('answers', t`Answer key`),
  privacy: page('privacy', t`For parents and IT`),
  transfer: page('lesson-transfer', t`Chapter: what is transfer learning`),
  dropout: page('lesson-dropout', t`Chapter: dropout`),
  misconceptions: page('lesson-misconceptions', t`Chapter: six misconceptions`),
  rightLabels: ofPreset('no-need', t`Run 1: right labels`),
  wrongLabels: ofPreset('wrong-labels', t`Run 2: three labels in ten are wrong`),
  tooMuch: ofPreset('too-much', t`Run 3: nine units in ten dropped`),
  fewPictures: ofPreset('few-pictures', t`Run 4: ten pictures of each class`),
  styles: study(t`Four ways, another drawing style`, 'animals-food-vehicles-styles', 'ways'),
  dots: study(t`Every cut, counting dots`, 'counting-dots', 'cuts'),
  oddOrEven: study(t`Four ways, odd or even`, 'odd-or-even', 'ways'),
} as const satisfies Readonly<Record<string, ClassLink>>;

export type ClassLinkId = keyof typeof classLinks;
