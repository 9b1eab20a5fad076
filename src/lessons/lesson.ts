import type { TermId } from '../core/glossary';
import type { LessonId } from '../core/page';
import type { samples } from '../core/samples';
import type { Settings } from '../core/settings';
import type { Estimate } from '../core/statistics';
import type { StudyId } from '../core/why/study';
import type { FigureName, Found } from './found';

/** A chapter: plain data, read from top to bottom. */
export interface Lesson {
  readonly id: LessonId;
  readonly title: string;
  /** What the chapter is for: one sentence, also in the list of chapters. */
  readonly lead: string;
  readonly parts: readonly Part[];
  readonly checks: readonly [Check, Check];
}

/** What a chapter is made of. */
export type Part =
  | Passage
  | Formula
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'set-up'; readonly setUp: SetUp }
  | { readonly kind: 'reference'; readonly reference: Reference };

/** A paragraph, or a heading inside the chapter. */
interface Passage {
  readonly kind: 'text' | 'heading';
  /** With `<0>…</0>` around the first of the terms, `<1>…</1>` around the second. */
  readonly text: string;
  readonly terms?: readonly TermId[];
  /** A button beneath it leads to this place of the page. */
  readonly show?: Place;
}

interface Formula {
  readonly kind: 'formula';
  /** In TeX, which is no language to translate. */
  readonly tex: string;
  /** The same in words: what stands on each side, and what each letter is. */
  readonly words: string;
}

/** A place of the page that a button leads to; the same names as the stations have. */
export type Place =
  'pictures' | 'base' | 'head' | 'compare' | 'curves' | 'inside' | 'rates' | 'why' | 'try' | 'mistakes' | 'work';

/** Something that is done in the app by one press. */
export interface SetUp {
  /** Unique over all chapters; kept with a learner's answers, so that it never changes. */
  readonly id: string;
  readonly title: string;
  /** What is set, in one or two sentences. */
  readonly about: string;
  readonly sample: (typeof samples)[number]['id'];
  /** What differs from the defaults of that set. */
  readonly changes: Partial<Settings>;
  readonly does: Deed;
  /** Where to look while it runs and after it. */
  readonly look: Place;
  /** What to watch for, a sentence each. */
  readonly watch: readonly string[];
  /** Whether it makes sense on pictures of one's own: the same changes, on these. */
  readonly onOwn: boolean;
  /** Null only where nothing is run. */
  readonly prediction: Prediction | null;
}

/**
 * What a set-up does: a training of both sides, and where wanted the knock-out test on what it came to, or how
 * alike its neurons are; an experiment on
 * transfer; the sweep of dropout rates; or nothing but opening a place of the page.
 */
type Deed =
  | { readonly does: 'train'; readonly asks?: 'knock-out' | 'similarity' }
  | { readonly does: 'study'; readonly study: StudyId }
  | { readonly does: 'sweep' }
  | { readonly does: 'open' };

/** Asked before a run, and compared with what came out. */
export interface Prediction {
  readonly question: string;
  /** Where an interval decides, "cannot tell" is among them. */
  readonly options: readonly Option[];
  /** Which option came out; null where this run does not say (such as one that was never there before). */
  readonly outcome: (found: Found) => string | null;
  /** What came out, with the figures of this very run: one sentence. */
  readonly words: (found: Found) => string;
}

interface Option {
  /** Unique within the question. */
  readonly id: string;
  readonly text: string;
  /** Why, where this is what came out: one sentence. */
  readonly because: string;
}

/** One of the two questions at the end of a chapter. */
export interface Check {
  /** Unique over all chapters; kept with a learner's answers. */
  readonly id: string;
  readonly question: string;
  readonly options: readonly CheckOption[];
}

interface CheckOption {
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
  /** Why it is wrong, or why it is right. */
  readonly why: string;
}

/**
 * A sentence with numbers that a set-up gives: made from the constants in `measured.ts`, which `npm run bench:lessons`
 * prints. No other sentence of a chapter has measured numbers in it.
 */
export interface Claim {
  /** The set-up whose run shows it, with fewer seeds. */
  readonly setUp: string;
  /** Which of its figures the sentence has. */
  readonly figures: readonly FigureName[];
  readonly text: string;
}

/** A measured figure: mean over the seeds with its 95 % interval; accuracies and their differences as shares, losses in nats. */
export type Measured = Extract<Estimate, { kind: 'interval' }>;

/** Something to read elsewhere, and what differs from it here. */
interface Reference {
  readonly title: string;
  readonly href: string;
  readonly differs: string;
}
