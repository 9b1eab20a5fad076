import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { pointsWords, shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { Lesson, SetUp } from '../lesson';
import { byDirection } from '../outcomeBy';

const tuningWords = (found: Found) => {
  const [frozen, tuned] = [wordsOf(found, 'frozen/without', shareWords), wordsOf(found, 'tuned/without', shareWords)];
  const change = wordsOf(found, 'tuning/without', pointsWords);
  return t`Validation accuracy without dropout in this run: ${frozen} with the base frozen to the end, ${tuned} with its last block fine-tuned. Difference: ${change}.`;
};

const little: SetUp = {
  id: 'tuning-little',
  title: t`One block, small steps`,
  about: t`First the head alone. Then the last block before the cut is unfrozen and learns with it, at a tenth of the learning rate. Beside it, the same heads go on with the base frozen.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, seeds: 3, epochs: 20, unfreeze: 1, tuneEpochs: 10, tuneRate: 0.1 },
  does: { does: 'study', study: 'tuning' },
  look: 'why',
  watch: [
    t`The line that marks where the base is unfrozen: up to there the two are the same.`,
    t`How far the fine-tuned curves part from the frozen ones after it.`,
    t`The check sums of the frozen weights, before and after: they are the same.`,
  ],
  onOwn: true,
  prediction: {
    question: t`What will fine-tuning do to validation accuracy, beside the frozen control, without dropout?`,
    options: [
      {
        id: 'higher',
        text: t`It will be higher`,
        because: t`The last block was made for task A, and a little nudge towards task B was worth it.`,
      },
      {
        id: 'lower',
        text: t`It will be lower`,
        because: t`The block has far more weights than the head, and with few pictures these were set by what does not hold for new ones.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`The features were good already: what steps this small change is within the scatter of so few seeds.`,
      },
    ],
    outcome: byDirection('tuning/without', 'higher', 'lower'),
    words: tuningWords,
  },
};

const large: SetUp = {
  id: 'tuning-large',
  title: t`The same with large steps`,
  about: t`Now the learning rate of fine-tuning is ten times that of the head, a hundred times what it was before. The frozen control takes the same large steps.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, seeds: 3, epochs: 20, unfreeze: 1, tuneEpochs: 10, tuneRate: 10 },
  does: { does: 'study', study: 'tuning' },
  look: 'why',
  watch: [
    t`What happens to the fine-tuned curves right after the unfreezing.`,
    t`Whether they come back to where they were.`,
    t`That the frozen control suffers less: its base cannot be harmed.`,
  ],
  onOwn: true,
  prediction: {
    question: t`And with steps a hundred times as large?`,
    options: [
      {
        id: 'higher',
        text: t`Fine-tuning will be above the frozen control: it learns faster`,
        because: t`In this run the block bore even such steps.`,
      },
      {
        id: 'lower',
        text: t`It will be below the control`,
        because: t`Large steps overwrite what the block had learned from task A before your pictures can teach it anything as good.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the difference: so few seeds do not tell the two apart.`,
      },
    ],
    outcome: byDirection('tuning/without', 'higher', 'lower'),
    words: tuningWords,
  },
};

export const fineTuning: Lesson = {
  id: 'fine-tuning',
  title: t`Just a little more: fine-tuning`,
  lead: t`When the head has learned, the end of the base may learn with it, carefully.`,
  parts: [
    {
      kind: 'text',
      text: t`So far the base was <0>frozen</0>. <1>Fine-tuning</1> unfreezes its last blocks and trains them on together with the head, so that what was made for task A comes to suit task B.`,
      terms: ['frozen', 'fine-tuning'],
    },
    {
      kind: 'text',
      text: t`The order matters: first the head alone, then the blocks. A new head is wrong nearly everywhere, and its corrections are large. Sent back into the base, they would change what was learned long before for a head that knows nothing yet.`,
    },
    {
      kind: 'text',
      text: t`So does the <0>learning rate</0>. The blocks are nearly right already. Here their steps are a tenth of the head’s.`,
      terms: ['learning-rate'],
    },
    {
      kind: 'text',
      text: t`And there is a trap. While the blocks are tuned, the head goes on learning, too, and would have changed anyway. So the page keeps a control: the same heads, for the same epochs, at the same rate, with the base frozen. Only the difference between the two is due to fine-tuning.`,
      show: 'why',
    },
    { kind: 'set-up', setUp: little },
    {
      kind: 'claim',
      claim: claimOf('tuning-little', ['frozen/without', 'tuned/without', 'tuning/without'], (...found) => {
        const [frozen, tuned] = found.map(shareWords);
        const change = found.map(pointsWords)[2];
        return t`With small steps, validation accuracy without dropout was ${frozen ?? ''} frozen and ${tuned ?? ''} fine-tuned: ${change ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Zero is outside of the interval: here such steps helped, by a few points. With the few seeds of one run it may not show.`,
    },
    { kind: 'set-up', setUp: large },
    {
      kind: 'claim',
      claim: claimOf('tuning-large', ['frozen/without', 'tuned/without', 'tuning/without'], (...found) => {
        const [frozen, tuned] = found.map(shareWords);
        const change = found.map(pointsWords)[2];
        return t`With large steps it was ${frozen ?? ''} frozen and ${tuned ?? ''} fine-tuned: ${change ?? ''}.`;
      }),
    },
    { kind: 'heading', text: t`How many blocks?` },
    {
      kind: 'text',
      text: t`Each further block adds <0>weights</0> that your pictures have to set. The last ones of this base have many times as many as the head. With a few dozen pictures begin with one block, or with none: look first whether there is anything to gain. With many hundreds, and with a task B unlike task A, more blocks can be worth it; early ones hardly ever, since edges and colours are the same in both tasks. Station 6 lets you choose, and compares with the control each time.`,
      terms: ['weight'],
    },
    {
      kind: 'reference',
      reference: {
        title: t`Transfer learning and fine-tuning (TensorFlow)`,
        href: 'https://www.tensorflow.org/tutorials/images/transfer_learning#fine_tuning',
        differs: t`the second part of the tutorial unfreezes about a third of its base’s layers, at a tenth of the learning rate, and keeps batch normalisation as it was. It goes on with one head and has no frozen control, so that its gain is that of fine-tuning and of the further epochs together.`,
      },
    },
  ],
  checks: [
    {
      id: 'tuning-control',
      question: t`After ten epochs of fine-tuning, accuracy is higher than before them. What has helped?`,
      options: [
        {
          id: 'tuning',
          text: t`Fine-tuning`,
          isRight: false,
          why: t`Perhaps. But the head has learned for ten more epochs as well, and that alone can change it.`,
        },
        {
          id: 'control',
          text: t`That shows only beside a head that went on with the base frozen`,
          isRight: true,
          why: t`The control has everything but the unfrozen blocks. What it gains as well is not due to these.`,
        },
        {
          id: 'epochs',
          text: t`The additional epochs`,
          isRight: false,
          why: t`Perhaps. Without a control that can no more be told than that fine-tuning did it.`,
        },
      ],
    },
    {
      id: 'tuning-small',
      question: t`Why are the steps of fine-tuning small?`,
      options: [
        {
          id: 'time',
          text: t`To save time`,
          isRight: false,
          why: t`Small steps take as long as large ones, and one needs more of them to get as far.`,
        },
        {
          id: 'keep',
          text: t`So that what task A taught is adjusted and not overwritten`,
          isRight: true,
          why: t`Your pictures are few. They can correct what is there; they could not teach it anew.`,
        },
        {
          id: 'frozen',
          text: t`So that the frozen blocks do not change`,
          isRight: false,
          why: t`These do not change at any rate, as their check sums show. It is the unfrozen ones that need care.`,
        },
      ],
    },
  ],
};
