import { t } from '@lingui/core/macro';
import { nats } from '../../core/figures';
import { claimOf } from '../claim';
import { lossWords, shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { Lesson, SetUp } from '../lesson';
import { byLevel, bySize } from '../outcomeBy';

const heads: SetUp = {
  id: 'fool-heads',
  title: t`Heads to be fooled`,
  about: t`Trains the heads for animals, food and vehicles, all labels right. Then station 7 takes any picture you like.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 40 },
  does: { does: 'train' },
  look: 'try',
  watch: [
    t`The answers to a picture of something else: they still add up to one hundred per cent.`,
    t`Whether the two sides, without and with dropout, are equally sure.`,
    t`The nearest training pictures: how unlike yours they are.`,
  ],
  onOwn: true,
  prediction: {
    question: t`First the new drawings of its own classes: how many of them fool the head without dropout?`,
    options: [
      {
        id: 'none',
        text: t`Hardly any: fewer than one in twenty`,
        because: t`For the base these classes are easy to tell apart.`,
      },
      {
        id: 'few',
        text: t`One in twenty to one in ten`,
        because: t`Nearly all drawings have what their class has in common, to this base.`,
      },
      {
        id: 'some',
        text: t`One in ten to one in four`,
        because: t`Most drawings have what their class has in common. Some look more like another one, to this base.`,
      },
      {
        id: 'half',
        text: t`One in four to six in ten`,
        because: t`The features tell these classes apart only a little.`,
      },
      { id: 'most', text: t`Six in ten, or more`, because: t`The features do not tell these classes apart.` },
    ],
    outcome: bySize(
      'validation/without',
      [
        [0.4, 'most'],
        [0.75, 'half'],
        [0.9, 'some'],
        [0.95, 'few'],
      ],
      'none',
    ),
    words: (found: Found) => {
      const share = wordsOf(found, 'validation/without', shareWords);
      return t`Without dropout, ${share} of the new drawings were answered rightly in this run; the others fooled it.`;
    },
  },
};

/** The loss of somebody who always gives both answers one half, in nats. */
const undecided = Math.log(2);

const guessing: SetUp = {
  id: 'fool-guessing',
  title: t`How sure is somebody who guesses?`,
  about: t`Is the number of dots odd or even? The head learns its training pictures by heart and only guesses on new ones. Who knows that and says one half each time has a loss of the logarithm of two.`,
  sample: 'odd-or-even',
  changes: { epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The validation loss: it begins near the logarithm of two. Where does it go?`,
    t`The training curve, which looks like success.`,
  ],
  onOwn: false,
  prediction: {
    question: t`On new pictures it can only guess. What will its loss be like, without dropout?`,
    options: [
      {
        id: 'low',
        text: t`Lower than that of one half each time`,
        because: t`In this run its answers were worth something: look whether its accuracy is above guessing.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told from that of one half each time`,
        because: t`The loss of one half each time is inside the interval: more seeds would be needed.`,
      },
      {
        id: 'high',
        text: t`Higher: it is sure, and often wrong`,
        because: t`Learning its own pictures by heart drove its scores far apart, and they stay far apart for pictures of which it knows nothing.`,
      },
    ],
    outcome: byLevel('loss/without', undecided, 'high', 'low'),
    words: (found: Found) => {
      const [validation, loss] = [
        wordsOf(found, 'validation/without', shareWords),
        wordsOf(found, 'loss/without', lossWords),
      ];
      const half = nats(undecided);
      return t`Without dropout in this run: validation accuracy ${validation}, validation loss ${loss}. One half each time has a loss of ${half}.`;
    },
  },
};

export const foolIt: Lesson = {
  id: 'fool-it',
  title: t`Try to fool it`,
  lead: t`A head has an answer to everything. That is not knowledge; it is how the answer is made.`,
  parts: [
    {
      kind: 'text',
      text: t`A head knows only its classes. Whatever you show it, a shoe, your face, the ceiling, it has to choose: animal, food or vehicle. Its last step is <0>softmax</0>, and that leaves no other way.`,
      terms: ['softmax'],
    },
    {
      kind: 'formula',
      tex: String.raw`p_k = \frac{e^{z_k}}{e^{z_1} + \dots + e^{z_C}}`,
      words: t`In words: each of the C classes has a score z, its logit. The probability p of a class is e to the power of its score, divided by the sum of the same over all classes. So the probabilities always add up to one, and there is none for “none of these”.`,
    },
    { kind: 'set-up', setUp: heads },
    {
      kind: 'claim',
      claim: claimOf('fool-heads', ['validation/without', 'validation/with'], (...found) => {
        const [without, withDropout] = found.map(shareWords);
        return t`Of the new drawings, the head without dropout answered ${without ?? ''} rightly, the one with dropout ${withDropout ?? ''}.`;
      }),
    },
    { kind: 'heading', text: t`Now fool it` },
    {
      kind: 'text',
      text: t`At station 7, show it pictures of your own, or use the camera. Say each time what you expect, and how sure it will be. Begin with a toy car. Then something that is none of the three. Then something in between: a cake in the shape of a dog. Move closer, turn it, change the background: does the answer hold?`,
      show: 'try',
    },
    {
      kind: 'text',
      text: t`Then open “Where it looks” there. The <0>activation map</0> shows which parts of the picture speak for an answer. If it lights up the table and not the toy, the head goes by a <1>shortcut</1>: something that went along with a class in the training pictures and does not make it. Its nearest training pictures say whether it has seen anything like yours at all.`,
      terms: ['activation-map', 'shortcut'],
    },
    { kind: 'heading', text: t`Sure is not the same as known` },
    {
      kind: 'text',
      text: t`Somebody who guesses should say so. Does a head? There is a task at which it can only guess.`,
    },
    { kind: 'set-up', setUp: guessing },
    {
      kind: 'claim',
      claim: claimOf('fool-guessing', ['validation/without', 'loss/without', 'loss/with'], (...found) => {
        const share = found.map(shareWords)[0];
        const [without, withDropout] = found.map(lossWords).slice(1);
        const half = nats(undecided);
        return t`For odd or even, validation accuracy without dropout was ${share ?? ''} and the validation loss ${without ?? ''}; with dropout it was ${withDropout ?? ''}. One half each time would have had ${half}.`;
      }),
    },
    {
      kind: 'text',
      text: t`What looks like certainty only says how far the scores are apart. To notice strangers takes something else: a class “none of these” with pictures of its own, though it will know only strangers of the kinds it was shown; a look at the nearest training pictures; or a person who checks.`,
    },
  ],
  checks: [
    {
      id: 'fool-sum',
      question: t`You show your hand to a head for cats and dogs. What comes out?`,
      options: [
        {
          id: 'nothing',
          text: t`Two low probabilities: it is neither`,
          isRight: false,
          why: t`They have to add up to one hundred per cent. If one is low, the other is high.`,
        },
        {
          id: 'half',
          text: t`Half and half: it cannot know`,
          isRight: false,
          why: t`That can happen, but nothing makes it. The hand’s features fall somewhere, and mostly nearer to one of the two.`,
        },
        {
          id: 'sum',
          text: t`Two probabilities that add up to one hundred per cent, one of them perhaps very high`,
          isRight: true,
          why: t`Softmax shares out all of it among the classes there are. A hand is none of them, and gets their names all the same.`,
        },
      ],
    },
    {
      id: 'fool-map',
      question: t`A head is always right about your cows. The activation map lights up the meadow. What do you do?`,
      options: [
        {
          id: 'fine',
          text: t`Nothing: it is right`,
          isRight: false,
          why: t`Show it a cow on a beach, or a meadow without one. It has learned what goes along with cows here.`,
        },
        {
          id: 'pictures',
          text: t`I add cows elsewhere, and meadows without cows`,
          isRight: true,
          why: t`Then the meadow no longer tells the classes apart, and the shortcut is closed.`,
        },
        {
          id: 'epochs',
          text: t`I train for more epochs`,
          isRight: false,
          why: t`In these pictures the meadow works. More epochs can only teach it better.`,
        },
      ],
    },
  ],
};
