import { accuracyOf, classCount, logitsOf, predictedClasses, softmax, type Head } from './forward';
import type { ArmAnswers } from './inside';

/** @param x [V, D] standardised. @param labels [V] true classes */
export function answersOf(head: Head, x: Float32Array, labels: Int32Array): ArmAnswers {
  const classes = classCount(head.shape);
  const logits = logitsOf(head, x);
  const predicted = predictedClasses(logits, classes);
  const probabilities = softmax(logits, classes);
  return {
    accuracy: accuracyOf(logits, classes, labels),
    predicted: [...predicted],
    confidence: Array.from(predicted, (c, i) => probabilities[i * classes + c] ?? 0),
  };
}
