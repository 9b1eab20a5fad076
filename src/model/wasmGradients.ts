import { t } from '@lingui/core/macro';
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

/**
 * Gradients of convolutions for the WASM engine of TensorFlow.js 4.22, which lacks three of them, and whose fourth takes
 * ten times as long as its convolutions. All are convolutions again (Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning", chapter 4),
 * because XNNPACK's convolution is by far the fastest thing that this engine has; slices times `dy`, summed, take five
 * to ten times as long. Letters: B pictures, H and W of the input, OH and OW of the output, KH and KW of the kernel, Ci
 * and Co channels, M the depth multiplier.
 */

/** One spatial axis of the forward convolution. Output y reads input y * stride + k * dilation - before. */
interface Axis {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Padding before the first input. */
  readonly before: number;
}

type Axes = readonly [vertical: Axis, horizontal: Axis];
type Pads = readonly [before: number, after: number];
type Info = ReturnType<typeof tf.backend_util.computeConv2DInfo>;
type ExplicitPadding = tf.backend_util.ExplicitPadding;
type ImageShape = [number, number, number, number];

const axesOf = (info: Info): Axes => [
  {
    input: info.inHeight,
    output: info.outHeight,
    kernel: info.filterHeight,
    stride: info.strideHeight,
    dilation: info.dilationHeight,
    before: info.padInfo.top,
  },
  {
    input: info.inWidth,
    output: info.outWidth,
    kernel: info.filterWidth,
    stride: info.strideWidth,
    dilation: info.dilationWidth,
    before: info.padInfo.left,
  },
];

const explicit = (vertical: Pads, horizontal: Pads): ExplicitPadding => [
  [0, 0],
  [...vertical],
  [...horizontal],
  [0, 0],
];

const both = (axes: Axes, pick: (axis: Axis) => number): [number, number] => [pick(axes[0]), pick(axes[1])];

/** Just enough padding that `dy`, moved over the input, finds a place for every entry of the kernel. */
function filterPads({ input, output, kernel, stride, dilation, before }: Axis): Pads {
  const reach = (output - 1) * stride + (kernel - 1) * dilation + 1;
  return [before, Math.max(0, reach - input - before)];
}

/** A stride may leave room for more places than the kernel has entries: those are not its gradient. */
const cropped = (gradient: tf.Tensor4D, axes: Axes): tf.Tensor4D => {
  const [, height, width] = gradient.shape;
  const [KH, KW] = both(axes, (a) => a.kernel);
  if (height === KH && width === KW) return gradient;
  return gradient.slice([0, 0, 0, 0], [gradient.shape[0], KH, KW, gradient.shape[3]]);
};

/**
 * dW[i, j, ci, co] = sum over b, y, x of input[b, y s + i - p, x s + j - p, ci] dy[b, y, x, co]: a convolution with the
 * channels as pictures, the pictures as channels, and stride and dilation swapped.
 *
 * @param x [B, H, W, Ci]. @param dy [B, OH, OW, Co]. @returns [KH, KW, Ci, Co]
 */
function filterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, info: Info): tf.Tensor4D {
  const axes = axesOf(info);
  const [Ci, Co] = [info.inChannels, info.outChannels];
  if (axes.every((a) => a.kernel === 1 && a.stride === 1 && a.before === 0 && a.output === a.input))
    // Transposed beforehand: the engine's own `transposeA` leaves XNNPACK for a plain loop.
    return tf
      .matMul(x.reshape<tf.Tensor2D>([-1, Ci]).transpose(), dy.reshape<tf.Tensor2D>([-1, Co]))
      .reshape([1, 1, Ci, Co]);
  const gradient = tf.conv2d(
    x.transpose<tf.Tensor4D>([3, 1, 2, 0]),
    dy.transpose<tf.Tensor4D>([1, 2, 0, 3]),
    1,
    explicit(filterPads(axes[0]), filterPads(axes[1])),
    'NHWC',
    both(axes, (a) => a.stride),
  );
  return cropped(gradient, axes).transpose([1, 2, 0, 3]);
}

/**
 * As `filterGradient`, but each channel has a kernel of its own: pictures and channels together become the channels of
 * one depthwise convolution, and the pictures are summed afterwards.
 *
 * @param x [B, H, W, Ci]. @param dy [B, OH, OW, Ci * M]. @returns [KH, KW, Ci, M]
 */
function depthwiseFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, info: Info): tf.Tensor4D {
  const axes = axesOf(info);
  const { batchSize: B, inChannels: Ci, outChannels: Co } = info;
  const [H, W] = both(axes, (a) => a.input);
  const [OH, OW] = both(axes, (a) => a.output);
  const [KH, KW] = both(axes, (a) => a.kernel);
  const repeated =
    Co === Ci
      ? x
      : x
          .reshape([B, H, W, Ci, 1])
          .tile([1, 1, 1, 1, Co / Ci])
          .reshape<tf.Tensor4D>([B, H, W, Co]);
  const gradient = tf.depthwiseConv2d(
    repeated.transpose([1, 2, 0, 3]).reshape<tf.Tensor4D>([1, H, W, B * Co]),
    dy.transpose([1, 2, 0, 3]).reshape<tf.Tensor4D>([OH, OW, B * Co, 1]),
    both(axes, (a) => a.dilation),
    explicit(filterPads(axes[0]), filterPads(axes[1])),
    'NHWC',
    both(axes, (a) => a.stride),
  );
  return cropped(gradient, axes)
    .reshape([KH * KW, B, Co])
    .sum(1)
    .reshape([KH, KW, Ci, Co / Ci]);
}

/** [B, OH, OW, C] -> [B, OH * stride, OW * stride, C] with zeros after every row and every column. */
function spread(dy: tf.Tensor4D, [vertical, horizontal]: Axes): tf.Tensor4D {
  const [B, OH, OW, C] = dy.shape;
  const [sh, sw] = [vertical.stride, horizontal.stride];
  if (sh === 1 && sw === 1) return dy;
  const after = (stride: number): [number, number][] => [
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ];
  const columns = tf.pad(dy.reshape([B * OH * OW, 1, C]), after(sw));
  const rows = tf.pad(columns.reshape([B * OH, 1, OW * sw * C]), after(sh));
  return rows.reshape([B, OH * sh, OW * sw, C]);
}

/** What the spread `dy` needs before and after it, for the kernel to end up at every input; negative: too much is there. */
function inputPads({ input, output, kernel, stride, dilation, before }: Axis): Pads {
  const reach = (kernel - 1) * dilation;
  return [reach - before, input + before - output * stride];
}

/** The part of the spread `dy` that the gradient of the input is made of, and the padding around it. */
function around(dy: tf.Tensor4D, axes: Axes): { readonly wide: tf.Tensor4D; readonly pads: ExplicitPadding } {
  const wide = spread(dy, axes);
  const [vertical, horizontal] = [inputPads(axes[0]), inputPads(axes[1])];
  const positive = ([before, after]: Pads): Pads => [Math.max(0, before), Math.max(0, after)];
  const pads = explicit(positive(vertical), positive(horizontal));
  if (Math.min(...vertical, ...horizontal) >= 0) return { wide, pads };
  const [B, height, width, C] = wide.shape;
  const from = ([before]: Pads) => Math.max(0, -before);
  const left = (size: number, [before, after]: Pads) => size + Math.min(0, before) + Math.min(0, after);
  const size: ImageShape = [B, left(height, vertical), left(width, horizontal), C];
  return { wide: wide.slice([0, from(vertical), from(horizontal), 0], size), pads };
}

/**
 * The turned kernel over the spread `dy`, in steps of 1.
 * @param filter [KH, KW, Ci, Co]. @param dy [B, OH, OW, Co]. @returns [B, H, W, Ci]
 */
function inputGradient(filter: tf.Tensor4D, dy: tf.Tensor4D, info: Info): tf.Tensor4D {
  const { wide, pads } = around(dy, axesOf(info));
  return tf.conv2d(wide, filter.reverse([0, 1]).transpose<tf.Tensor4D>([0, 1, 3, 2]), 1, pads);
}

/**
 * As `inputGradient`, and the M outputs of a channel are summed.
 * @param filter [KH, KW, Ci, M]. @param dy [B, OH, OW, Ci * M]. @returns [B, H, W, Ci]
 */
function depthwiseInputGradient(filter: tf.Tensor4D, dy: tf.Tensor4D, info: Info): tf.Tensor4D {
  const axes = axesOf(info);
  const { wide, pads } = around(dy, axes);
  const [KH, KW, Ci, M] = filter.shape;
  const turned = filter.reverse([0, 1]).reshape<tf.Tensor4D>([KH, KW, Ci * M, 1]);
  const dilations = both(axes, (a) => a.dilation);
  const each = tf.depthwiseConv2d(wide, turned, 1, pads, 'NHWC', dilations);
  return M === 1 ? each : each.reshape([...info.inShape, M]).sum(4);
}

type KernelFunc = tf.KernelConfig['kernelFunc'];

/** What the four kernels are told, each a part of it. */
type Attributes = Partial<
  tf.Conv2DBackpropFilterAttrs & tf.Conv2DBackpropInputAttrs & tf.DepthwiseConv2dNativeBackpropFilterAttrs
>;

function rank4(tensor: tf.TensorInfo | undefined): tf.Tensor4D {
  if (tensor instanceof tf.Tensor && tensor.rank === 4) return tensor as tf.Tensor4D;
  throw new TypeError(t`The gradient of a convolution needs tensors of rank 4.`);
}

/** A kernel out of a gradient. @param gradient given `x` or the filter, and `dy`. */
function kernel(
  of: 'filter' | 'input',
  isDepthwise: boolean,
  gradient: (other: tf.Tensor4D, dy: tf.Tensor4D, info: Info) => tf.Tensor4D,
): KernelFunc {
  return ({ inputs, attrs }) => {
    const attributes: Attributes = attrs ?? {};
    const { strides = 1, dilations = 1, pad = 'valid', dimRoundingMode, dataFormat } = attributes;
    if (dataFormat === 'NCHW') throw new RangeError(t`On WASM, gradients of convolutions take NHWC only.`);
    const [other, dy] = [rank4(of === 'filter' ? inputs['x'] : inputs['filter']), rank4(inputs['dy'])];
    const input = attributes.inputShape ?? other.shape;
    const filter = attributes.filterShape ?? other.shape;
    const info = tf.backend_util.computeConv2DInfo(
      input,
      filter,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      isDepthwise,
    );
    return tf.tidy(() => gradient(other, dy, info));
  };
}

const kernels: Readonly<Record<string, KernelFunc>> = {
  [tf.Conv2DBackpropFilter]: kernel('filter', false, filterGradient),
  [tf.Conv2DBackpropInput]: kernel('input', false, inputGradient),
  [tf.DepthwiseConv2dNativeBackpropFilter]: kernel('filter', true, depthwiseFilterGradient),
  [tf.DepthwiseConv2dNativeBackpropInput]: kernel('input', true, depthwiseInputGradient),
};

let isRegistered = false;

/**
 * Makes convolutions trainable on the WASM engine: NHWC, any stride, dilation, padding, kernel and depth multiplier that
 * the forward pass takes. Before or after the engine was started; a second call does nothing.
 */
export function registerWasmGradients(): void {
  if (isRegistered) return;
  isRegistered = true;
  const backendName = 'wasm';
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) {
    // The one that is there is ten times as slow.
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel({ kernelName, backendName, kernelFunc });
  }
}
