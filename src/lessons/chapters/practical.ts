import { t } from '@lingui/core/macro';
import { claimOf, measuredOf } from '../claim';
import { pointsWords, shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { Lesson, SetUp } from '../lesson';
import { besideMeasured, byLevel, bySize } from '../outcomeBy';

const validationWords = (found: Found) => {
  const [training, validation] = [
    wordsOf(found, 'training/without', shareWords),
    wordsOf(found, 'validation/without', shareWords),
  ];
  return t`Without dropout in this run: training accuracy ${training}, validation accuracy ${validation}.`;
};

const mixed: SetUp = {
  id: 'practical-mixed',
  title: t`Near: half as many drawings`,
  about: t`Animals, food and vehicles as in the first lessons, with two drawing styles mixed on both sides of the split. The head learns from only half as many of them: from as many as there are in the set after this one.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, perClass: 36, epochs: 40, seeds: 10 },
  does: { does: 'train' },
  look: 'curves',
  watch: [t`Where the validation curve without dropout ends: the next set is compared with it.`],
  onOwn: false,
  prediction: {
    question: t`What will half as many drawings do to validation accuracy, without dropout?`,
    options: [
      {
        id: 'lower',
        text: t`It will be lower than with all of them`,
        because: t`Fewer drawings show less of what the members of a class have in common.`,
      },
      {
        id: 'higher',
        text: t`It will be higher`,
        because: t`In this run fewer were enough, which is rare: look whether more seeds say so, too.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`The difference from what was measured with all of them is not clear of zero: more seeds would be needed.`,
      },
    ],
    outcome: besideMeasured('validation/without', measuredOf('transfer-first', 'validation/without'), {
      above: 'higher',
      below: 'lower',
    }),
    words: (found: Found) => {
      const share = wordsOf(found, 'validation/without', shareWords);
      const all = shareWords(measuredOf('transfer-first', 'validation/without'));
      return t`Validation accuracy without dropout in this run: ${share}. With all drawings it was measured as ${all}.`;
    },
  },
};

const beside = besideMeasured('validation/without', measuredOf('practical-mixed', 'validation/without'), {
  above: 'more',
  below: 'less',
});

const style: SetUp = {
  id: 'practical-style',
  title: t`In between: another drawing style`,
  about: t`The head learns animals, food and vehicles in one style of drawing. It is checked on other ones, drawn in another style. It has as many drawings to learn from as in the run before this one, half as many as in the first lessons.`,
  sample: 'animals-food-vehicles-styles',
  changes: { epochs: 40, seeds: 10 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The validation curve: it is measured in the other style only.`,
    t`Whether dropout helps to bridge the two styles; the verdict says so, or that it cannot tell.`,
  ],
  onOwn: false,
  prediction: {
    question: t`In the style that it never learned from, how often will the head be right, without dropout?`,
    options: [
      {
        id: 'guessing',
        text: t`It will not be told from guessing`,
        because: t`Then the head had learned the style, and not what is drawn.`,
      },
      {
        id: 'less',
        text: t`More often than by guessing, but less often than with the styles mixed`,
        because: t`The number of drawings is the same, so that it is not what makes the difference. The drawings that are checked with are others, too: how others in this style would do, no seed says.`,
      },
      {
        id: 'more',
        text: t`More often than with the styles mixed`,
        because: t`In this run the other style was no hindrance; the drawings that are checked with may be easier ones.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told from what it is with the styles mixed`,
        because: t`The difference from what was measured there is not clear of zero: more seeds would be needed.`,
      },
    ],
    // Guessing is right one time in three.
    outcome: (found) => {
      const e = found.figures['validation/without'];
      return e?.kind === 'interval' && e.low <= 1 / 3 ? 'guessing' : beside(found);
    },
    words: (found: Found) => {
      const mixedShare = shareWords(measuredOf('practical-mixed', 'validation/without'));
      return `${validationWords(found)} ${t`With the styles mixed, and as many drawings, validation accuracy was measured as ${mixedShare}.`}`;
    },
  },
};

const dots: SetUp = {
  id: 'practical-dots',
  title: t`Far: counting dots`,
  about: t`Are there three, five or seven dots? Naming things needs no counting. The colours and the amount of ink are the same for each number.`,
  sample: 'counting-dots',
  changes: { epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`How far the validation curve comes above guessing.`,
    t`At station 1, what the pictures have in common, and what a base could go by.`,
  ],
  onOwn: false,
  prediction: {
    question: t`How often will the head count new pictures rightly, without dropout?`,
    options: [
      {
        id: 'guessing',
        text: t`Fewer than four times in ten: hardly more often than by guessing`,
        because: t`What the base learned is then of no use for counting.`,
      },
      {
        id: 'half',
        text: t`Four to seven times in ten`,
        because: t`The features carry something of the number, but not enough to tell five from seven well.`,
      },
      {
        id: 'mostly',
        text: t`Seven times in ten, or more often`,
        because: t`Far from task A, and yet it transfers: many small spots look unlike a few large ones.`,
      },
    ],
    outcome: bySize(
      'validation/without',
      [
        [0.4, 'guessing'],
        [0.7, 'half'],
      ],
      'mostly',
    ),
    words: validationWords,
  },
};

const odd: SetUp = {
  id: 'practical-odd',
  title: t`Far: odd or even`,
  about: t`The same kind of dots, two to eight of them. Now the question is whether their number is odd or even.`,
  sample: 'odd-or-even',
  changes: { epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The training curve without dropout: it shows nothing unusual.`,
    t`The validation curve, beside the line of guessing.`,
  ],
  onOwn: false,
  prediction: {
    question: t`The base helped with counting. Will the head be better than guessing at odd or even, without dropout?`,
    options: [
      {
        id: 'better',
        text: t`Yes`,
        because: t`The whole interval of this run is above one half. With a few seeds that happens now and then; run it with more.`,
      },
      {
        id: 'worse',
        text: t`No, it will be worse than guessing`,
        because: t`Pictures with one dot more or less look most alike, and they have the other answer. Who goes by likeness is then wrong more often than right.`,
      },
      {
        id: 'cannot-tell',
        text: t`It will not be told from guessing`,
        because: t`One dot more turns the answer round, so that pictures that look alike belong to different classes.`,
      },
    ],
    outcome: byLevel('validation/without', 0.5, 'better', 'worse'),
    words: validationWords,
  },
};

export const practical: Lesson = {
  id: 'practical',
  title: t`When is it practical, and when not`,
  lead: t`Three conditions, and sets of pictures on which they can be tried.`,
  parts: [
    {
      kind: 'text',
      text: t`<0>Transfer learning</0> is practical where three things hold. Both tasks have the same kind of input: who learned from photos has nothing to say about sounds. There was much more data for task A than there is for task B; with as much for B, one could learn it directly. And what the early <1>blocks</1> respond to, edges, colours, textures, matters for task B, too.`,
      terms: ['transfer-learning', 'block'],
    },
    {
      kind: 'text',
      text: t`Station 6 has a card that fills in all three for the pictures on the page, from what was measured with them.`,
      show: 'why',
    },
    {
      kind: 'text',
      text: t`The animals, food and vehicles of the first lessons are near to task A: everyday things, only drawn. From there we walk away from it.`,
    },
    { kind: 'set-up', setUp: mixed },
    {
      kind: 'claim',
      claim: claimOf('practical-mixed', ['validation/without'], (validation) => {
        const [share, all] = [shareWords(validation), shareWords(measuredOf('transfer-first', 'validation/without'))];
        return t`With half as many drawings, styles mixed, the head without dropout was right for ${share} of the new ones; with all of them for ${all}.`;
      }),
    },
    { kind: 'set-up', setUp: style },
    {
      kind: 'claim',
      claim: claimOf('practical-style', ['validation/without', 'validation/change'], (...found) => {
        const [share] = found.map(shareWords);
        const change = found.map(pointsWords)[1];
        return t`In the other style the head without dropout was right for ${share ?? ''}. Dropout changed that by ${change ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Part of what is lost beside the first lessons is lost to fewer drawings; only the rest can be the style’s. New pictures of the same classes can be of another kind, and a head that is checked with the kind it learned from does not show that. That dropout would help did not show either: all seeds are checked with the same few pictures, so that the interval of its change is wide.`,
    },
    { kind: 'set-up', setUp: dots },
    {
      kind: 'claim',
      claim: claimOf('practical-dots', ['validation/without'], (validation) => {
        const share = shareWords(validation);
        return t`For counting dots, validation accuracy without dropout was ${share}; guessing is right for one in three.`;
      }),
    },
    {
      kind: 'text',
      text: t`We had built this set to show how transfer fails, and it did not fail. Our reading is that three large dots and seven small ones are different textures. Distance from task A is a guess; only a measurement tells.`,
    },
    { kind: 'set-up', setUp: odd },
    {
      kind: 'claim',
      claim: claimOf('practical-odd', ['training/without', 'validation/without'], (training, validation) => {
        const [seen, unseen] = [shareWords(training), shareWords(validation)];
        return t`For odd or even, training accuracy without dropout was ${seen} and validation accuracy ${unseen}; guessing is right for one in two.`;
      }),
    },
    {
      kind: 'text',
      text: t`Here nothing useful is handed over, and the training curve does not warn you: what the head could not understand, it learned by heart. Be fair to the base, though. From scratch and from bare pixels this set was not learned either, as station 6 says. So it may be the task that is too hard for so few pictures, and not the base that is wrong for it.`,
    },
  ],
  checks: [
    {
      id: 'practical-xray',
      question: t`A base has learned from photos of everyday things. Is it of use for X-ray pictures?`,
      options: [
        {
          id: 'never',
          text: t`No: there are no X-rays in task A`,
          isRight: false,
          why: t`There are no dots to be counted in task A either, and yet counting transferred.`,
        },
        {
          id: 'always',
          text: t`Yes: pictures are pictures`,
          isRight: false,
          why: t`Odd or even has pictures, too, and nothing useful was handed over.`,
        },
        {
          id: 'measure',
          text: t`That has to be measured, against learning without the base`,
          isRight: true,
          why: t`The conditions tell what to expect. Whether it pays shows on validation pictures, beside the other ways.`,
        },
      ],
    },
    {
      id: 'practical-style',
      question: t`A head is right nearly always on your validation pictures, which you took in one afternoon. What about next winter?`,
      options: [
        {
          id: 'same',
          text: t`It will be right as often: validation pictures are new to it`,
          isRight: false,
          why: t`They are new, but of the same kind as those it learned from. With as many drawings to learn from, those in another style were answered less well here than those of mixed styles.`,
        },
        {
          id: 'unknown',
          text: t`Nobody knows before it is checked with such pictures`,
          isRight: true,
          why: t`Other light and other backgrounds can be what another drawing style was here.`,
        },
        {
          id: 'dropout',
          text: t`With dropout it will be right as often`,
          isRight: false,
          why: t`Dropout works against learning by heart. That it bridges two styles did not show.`,
        },
      ],
    },
  ],
};
