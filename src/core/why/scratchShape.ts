/** S: pictures are squares of so many pixels. */
export const scratchSide = 32;
/** F: features that the dense layer gets. */
export const scratchFeatures = 64;

/** One layer's place in a run's parameter vector, kernel before bias. */
export interface ScratchLayer {
  readonly kernel: readonly number[];
  readonly kernelAt: number;
  readonly biasAt: number;
  readonly units: number;
}

/** A small convolutional network after VGG (Simonyan and Zisserman 2015), with global average pooling for its head. */
export interface ScratchShape {
  /** 3 x 3 convolutions of 16, 32 and 64 channels, padded, in steps of 1: [3, 3, 3, 16], [3, 3, 16, 32], [3, 3, 32, 64]. */
  readonly convolutions: readonly [ScratchLayer, ScratchLayer, ScratchLayer];
  /** [F, C] */
  readonly dense: ScratchLayer;
  /** P */
  readonly size: number;
}

/** @param classes C, at least 2. */
export function scratchShape(classes: number): ScratchShape {
  let size = 0;
  const layer = (...kernel: readonly number[]): ScratchLayer => {
    const units = kernel.at(-1) ?? 0;
    const kernelAt = size;
    const biasAt = kernelAt + kernel.reduce((a, b) => a * b, 1);
    size = biasAt + units;
    return { kernel, kernelAt, biasAt, units };
  };
  const convolutions = [layer(3, 3, 3, 16), layer(3, 3, 16, 32), layer(3, 3, 32, scratchFeatures)] as const;
  const dense = layer(scratchFeatures, classes);
  return { convolutions, dense, size };
}

/** P: how many numbers a network of so many classes learns. */
export const scratchParameters = (classes: number): number => scratchShape(classes).size;
