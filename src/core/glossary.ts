import { t } from '@lingui/core/macro';
import { otherNames } from './otherNames';

/** A term of the field as this page uses it. */
export interface Term {
  readonly id: TermId;
  readonly name: string;
  /** One or two sentences that need no other term of this list to make sense. */
  readonly definition: string;
  /** Other names and words that it is looked for by; empty: none. */
  readonly also: string;
  /** Ids of terms to read next. */
  readonly see: readonly TermId[];
}

const terms = {
  accuracy: [
    t`Accuracy`,
    t`The share of pictures that are answered right, that is, whose true class gets the highest probability.`,
    ['loss', 'validation'],
  ],
  activation: [
    t`Activation`,
    t`The number that a neuron gives for one picture: how strongly it responds.`,
    ['neuron', 'relu'],
  ],
  'a-a-test': [
    t`A/A test`,
    t`A comparison of two sides that do not differ in anything. If it shows a difference, the comparison itself is at fault.`,
    ['paired'],
  ],
  'activation-map': [
    t`Activation map`,
    t`Drawn over a picture: how much each part of it speaks for or against an answer, as the head weighs it.`,
    ['features', 'shortcut'],
  ],
  adam: [
    t`Adam`,
    t`The rule that turns gradients into steps; it gives every weight a step width of its own.`,
    ['step', 'learning-rate'],
  ],
  augmentation: [
    t`Augmentation`,
    t`Learning from altered copies too, such as flipped or turned ones, so that the network does not rely on where things are.`,
    ['training'],
  ],
  base: [
    t`Base`,
    t`The network that was trained long before on task A. It turns a picture into features, and its weights stay as they are.`,
    ['frozen', 'features', 'head'],
  ],
  batch: [t`Batch`, t`The pictures that one step learns from.`, ['step', 'epoch']],
  block: [
    t`Block`,
    t`A few layers of the base that belong together. Early blocks respond to edges and colours, late ones to parts of things.`,
    ['cut', 'base'],
  ],
  chance: [
    t`Guessing`,
    t`The accuracy of answers that know nothing of the picture: one in three with three classes of the same size.`,
    ['accuracy'],
  ],
  class: [t`Class`, t`One of the answers that the head can give, such as “cat”.`, ['label']],
  confusion: [
    t`Confusion matrix`,
    t`A table with a row for each true class and a column for each answer: where the mistakes are.`,
    ['precision', 'recall'],
  ],
  convolution: [
    t`Convolution`,
    t`A small pattern that is laid over every place of a picture: the result is a map of how well it fits at each of them.`,
    ['block', 'pooling'],
  ],
  cut: [
    t`Cut`,
    t`The block after which the base is cut off. What comes out there are the features.`,
    ['block', 'features'],
  ],
  dense: [
    t`Dense layer`,
    t`A layer in which every neuron is connected to every number that comes in.`,
    ['neuron', 'weight'],
  ],
  dropout: [
    t`Dropout`,
    t`In training, units are switched off at random, anew at every step and for every picture. Afterwards all of them take part again.`,
    ['dropout-rate', 'mask', 'over-fitting'],
  ],
  'dropout-rate': [
    t`Dropout rate`,
    t`The probability that a unit is dropped at a step: 0 is never, 0.5 is half of the time.`,
    ['dropout'],
  ],
  'early-stopping': [
    t`Early stopping`,
    t`Ending a training where the validation loss is lowest.`,
    ['epoch', 'validation'],
  ],
  engine: [
    t`Engine`,
    t`What does the arithmetic: the graphics card (WebGL, WebGPU), compiled code (WASM) or plain JavaScript (CPU). Their results agree up to rounding.`,
    ['base'],
  ],
  epoch: [t`Epoch`, t`One pass over all training pictures.`, ['step', 'batch']],
  features: [
    t`Features`,
    t`The numbers that the base makes of a picture. The head sees nothing else of it.`,
    ['base', 'cut', 'pooling'],
  ],
  'fine-tuning': [
    t`Fine-tuning`,
    t`Training the last blocks of the base as well, with small steps, after the head has learned.`,
    ['frozen', 'learning-rate'],
  ],
  'from-scratch': [
    t`From scratch`,
    t`Trained with nothing learned before: all weights begin at random numbers.`,
    ['initial-weights', 'transfer-learning'],
  ],
  frozen: [t`Frozen`, t`Not changed by the training.`, ['base', 'fine-tuning']],
  gap: [
    t`Gap`,
    t`Training accuracy minus validation accuracy: how much of what was learned does not hold for other pictures.`,
    ['over-fitting', 'validation'],
  ],
  generalise: [
    t`Generalisation`,
    t`Being right about pictures that were not learned from. It is what a network is for.`,
    ['validation', 'over-fitting'],
  ],
  gradient: [
    t`Gradient`,
    t`For every weight, how much the loss would change if that weight were a little larger.`,
    ['loss', 'step'],
  ],
  group: [
    t`Group`,
    t`Pictures that belong together, such as the frames of a recording. They stay on one side, and count as hardly more than one.`,
    ['split'],
  ],
  head: [
    t`Head`,
    t`The small network on top of the features. It is the part that is trained here.`,
    ['base', 'features'],
  ],
  'hidden-layer': [
    t`Hidden layer`,
    t`A layer between what comes in and the answers. Its neurons are the hidden units.`,
    ['neuron', 'dense'],
  ],
  'initial-weights': [
    t`Initial weights`,
    t`The random numbers that the weights have before the first step.`,
    ['weight', 'seed'],
  ],
  interval: [
    t`95 % interval`,
    t`The range of values that fit what was measured: made this way, 95 of 100 such ranges hold the true one. If it includes zero, a difference cannot be told from chance.`,
    ['paired', 'seed', 'verdict'],
  ],
  'knock-out': [
    t`Knock-out test`,
    t`Taking neurons away after the training to see how much the answers depend on them.`,
    ['neuron', 'redundancy'],
  ],
  l2: [t`L2 penalty`, t`Adds the squares of the weights to the loss, so that they stay small.`, ['loss', 'weight']],
  label: [t`Label`, t`The class that a picture is said to belong to.`, ['class', 'wrong-labels']],
  leak: [
    t`Leak`,
    t`A picture, or nearly the same one, among both the training and the validation pictures: the score is then too good.`,
    ['split', 'group'],
  ],
  'learning-curve': [
    t`Learning curve`,
    t`Accuracy or loss after each epoch, drawn from left to right.`,
    ['epoch', 'gap'],
  ],
  'learning-rate': [t`Learning rate`, t`How far one step moves the weights.`, ['step', 'adam']],
  logit: [t`Logit`, t`A class’s score before it becomes a probability.`, ['softmax']],
  loss: [
    t`Loss`,
    t`How surprised the network is by the right answers: the mean of −ln of the probability it gave them (cross-entropy, in nats). Being sure and wrong costs a lot.`,
    ['accuracy', 'softmax'],
  ],
  mask: [
    t`Mask`,
    t`Which units are dropped at one step for one picture. The rest are multiplied by 1 / (1 − rate), so that the sum stays the same on average.`,
    ['dropout'],
  ],
  'monte-carlo': [
    t`Monte Carlo dropout`,
    t`Asking many times with dropout left on. How far the answers scatter is a rough sign of how unsure the network is.`,
    ['dropout', 'mask'],
  ],
  'nearest-neighbour': [t`Nearest neighbour`, t`The picture whose features are most alike.`, ['features']],
  neuron: [
    t`Neuron`,
    t`Adds up what comes in, each number times its weight, adds a constant, and passes the sum on if it is above zero. Also called a unit.`,
    ['weight', 'relu', 'activation', 'hidden-layer'],
  ],
  'over-fitting': [
    t`Over-fitting`,
    t`Learning the training pictures by heart: they are answered ever better, others no longer are.`,
    ['gap', 'generalise', 'dropout', 'regularisation'],
  ],
  paired: [
    t`Paired difference`,
    t`Both sides of a seed share pictures, start and order, so that their difference is due to the dropout alone; the differences of all seeds are then averaged.`,
    ['seed', 'interval'],
  ],
  pca: [
    t`PCA`,
    t`Draws points of many dimensions in two: along the two directions in which they vary most.`,
    ['umap', 'features'],
  ],
  pooling: [t`Pooling`, t`Makes one number out of each map of responses, for example its mean.`, ['features']],
  precision: [
    t`Precision`,
    t`Of the pictures that were given this answer, the share that it is right for.`,
    ['recall', 'confusion'],
  ],
  pretrained: [
    t`Pretrained`,
    t`Trained before, on another and much larger set of pictures.`,
    ['base', 'transfer-learning'],
  ],
  recall: [
    t`Recall`,
    t`Of the pictures of this class, the share that was given this answer.`,
    ['precision', 'confusion'],
  ],
  redundancy: [
    t`Redundancy`,
    t`Neurons that respond alike: one could stand in for the other.`,
    ['knock-out', 'neuron'],
  ],
  regularisation: [
    t`Regularisation`,
    t`Whatever keeps a network from learning its training pictures by heart, such as dropout or a penalty on large weights.`,
    ['dropout', 'l2', 'over-fitting'],
  ],
  relu: [
    t`ReLU`,
    t`The rule at the end of a neuron (rectified linear unit): what is below zero becomes zero, the rest stays.`,
    ['neuron'],
  ],
  seed: [
    t`Seed`,
    t`The number that fixes all random draws: split, initial weights, order. With several seeds the comparison is repeated, to tell an effect from chance.`,
    ['interval', 'paired'],
  ],
  shortcut: [
    t`Shortcut`,
    t`Something that goes along with a class in the training pictures but does not make it, such as a background; a network may learn that instead.`,
    ['activation-map', 'generalise'],
  ],
  softmax: [
    t`Softmax`,
    t`Turns scores into probabilities that add up to 100 %. It has no answer “none of these”.`,
    ['logit', 'loss'],
  ],
  split: [
    t`Split`,
    t`Which pictures are learned from and which are kept to check with. Here, every seed draws its own.`,
    ['training', 'validation', 'test'],
  ],
  standardise: [
    t`Standardising`,
    t`Shifting and scaling each feature so that it has mean 0 and standard deviation 1 over the training pictures.`,
    ['features'],
  ],
  step: [t`Step`, t`One change of the weights, made from one batch.`, ['batch', 'epoch', 'gradient']],
  subnetwork: [
    t`Subnetwork`,
    t`What is left of the network at one step, while some units are dropped.`,
    ['dropout', 'mask'],
  ],
  test: [t`Test set`, t`Pictures that are set aside and looked at once, at the very end.`, ['validation', 'split']],
  training: [t`Training pictures`, t`Those that the head learns from.`, ['validation', 'split']],
  'transfer-learning': [
    t`Transfer learning`,
    t`Starting task B with what a network learned for task A, instead of from nothing.`,
    ['base', 'pretrained', 'fine-tuning'],
  ],
  umap: [
    t`UMAP`,
    t`Draws points of many dimensions in two so that near ones stay near; distances between far ones mean little.`,
    ['pca', 'features'],
  ],
  'under-fitting': [
    t`Under-fitting`,
    t`Learning too little: even the training pictures are not answered well.`,
    ['over-fitting', 'dropout-rate'],
  ],
  validation: [
    t`Validation pictures`,
    t`Those that the head never learns from; they are watched while it trains and while settings are chosen.`,
    ['training', 'test', 'gap'],
  ],
  verdict: [
    t`Verdict`,
    t`What the comparison shows: “helps” or “hurts” only where the whole interval is on one side of zero.`,
    ['interval', 'paired'],
  ],
  weight: [
    t`Weight`,
    t`A number that says how much one unit counts for the next. Training is the search for good weights.`,
    ['neuron', 'gradient'],
  ],
  'wrong-labels': [
    t`Wrong labels`,
    t`Labels made wrong on purpose, so that there is something that should not be learned.`,
    ['label', 'over-fitting'],
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, readonly string[]]>>;

export type TermId = keyof typeof terms;

/** Every term that is explained, in the order of their ids. */
export const glossary: readonly Term[] = // Object.entries forgets the keys' type.
  (Object.entries(terms) as readonly (readonly [TermId, (typeof terms)[TermId]])[]).map(
    ([id, [name, definition, see]]) => ({ id, name, definition, also: otherNames[id] ?? '', see }),
  );

export function termOf(id: TermId): Term {
  const [name, definition, see] = terms[id];
  return { id, name, definition, also: otherNames[id] ?? '', see };
}
