//:header
// Two heads on one frozen base, without and with dropout, in TensorFlow.js.
//:end
import * as tf from '@tensorflow/tfjs'; // In a page without a build step: leave this line out and load tf.min.js before.

//:settings
const epochs = 60;
const learningRate = 0.003;
const batch = 16;
const dropout = 0.5;
//:end

//:head
/** features: how many numbers a picture has become. classes: how many there are. rate: P(a unit is dropped). */
function buildHead(features, classes, rate) {
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [features] }),
      tf.layers.dropout({ rate }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
}
//:end

function compiled(head) {
  head.compile({
    optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-7),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return head;
}

/**
 * Trains both arms on the same pictures, from the same weights, in the same order: only dropout differs.
 *
 * train and validation: { features: arrays of numbers, one per picture; labels: class numbers from 0 }. Split the
 * pictures yourself, at random and class by class: `validationSplit` takes the last ones, unshuffled, and where they are
 * sorted by class, validation then has classes that training never saw.
 * onEpoch: called with { arm, epoch, train: { loss, accuracy }, validation: { loss, accuracy } }.
 */
export async function trainBothArms({ train, validation, classes }, onEpoch = console.log) {
  const { mean, scale } = standardiser(train.features);
  const [trainX, validationX] = [train, validation].map((side) =>
    tf.tidy(() => tf.tensor2d(side.features).sub(mean).mul(scale)),
  );
  const [trainY, validationY] = [train, validation].map((side) =>
    tf.tidy(() => tf.oneHot(tf.tensor1d(side.labels, 'int32'), classes).toFloat()),
  );
  const features = train.features[0].length;
  const arms = [
    { name: 'without dropout', head: compiled(buildHead(features, classes, 0)) },
    { name: 'with dropout', head: compiled(buildHead(features, classes, dropout)) },
  ];
  arms[1].head.setWeights(arms[0].head.getWeights()); // The same start for both.

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = Array.from(tf.util.createShuffledIndices(train.labels.length));
    for (const { name, head } of arms) {
      const [x, y] = [tf.gather(trainX, order), tf.gather(trainY, order)]; // The same order for both.
      await head.fit(x, y, { epochs: 1, batchSize: batch, shuffle: false });
      tf.dispose([x, y]);
      // Not what `fit` reports: that is the mean over an epoch in which the weights moved, with dropout on. Dropout is
      // for learning only, so both sides are measured after the epoch, with all units on.
      onEpoch({
        arm: name,
        epoch,
        train: score(head, trainX, trainY),
        validation: score(head, validationX, validationY),
      });
    }
  }
  tf.dispose([mean, scale, trainX, validationX, trainY, validationY]);
  return arms;
}

/** Mean and 1 / standard deviation of each feature, of the training side alone; constant features are only shifted. */
function standardiser(features) {
  return tf.tidy(() => {
    const { mean, variance } = tf.moments(tf.tensor2d(features), 0);
    const deviation = variance.sqrt();
    const isConstant = deviation.lessEqual(mean.abs().maximum(1).mul(1e-6));
    return { mean, scale: tf.where(isConstant, tf.onesLike(deviation), deviation.reciprocal()) };
  });
}

/** Cross-entropy alone, without the penalty, and accuracy; dropout is off. */
function score(head, x, y) {
  return tf.tidy(() => {
    const probabilities = head.predict(x);
    const right = probabilities.argMax(1).equal(y.argMax(1));
    return {
      loss: tf.metrics.categoricalCrossentropy(y, probabilities).mean().dataSync()[0],
      accuracy: right.toFloat().mean().dataSync()[0],
    };
  });
}
