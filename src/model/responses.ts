import type { BlockResponse } from '../core/insight';

/**
 * The channels of one block that tell most about one picture: those whose response varies most over it, by standard
 * deviation. A channel that is high everywhere says nothing about where.
 *
 * @param maps [side, side, channels]. @param count how many are wanted.
 */
export function strongest(maps: Float32Array, side: number, channels: number, count: number): BlockResponse {
  const positions = side * side;
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  for (let at = 0; at < maps.length; at++) {
    const value = maps[at] ?? 0;
    const channel = at % channels;
    sums[channel] = (sums[channel] ?? 0) + value;
    squares[channel] = (squares[channel] ?? 0) + value * value;
  }
  const variance = (channel: number) => (squares[channel] ?? 0) / positions - ((sums[channel] ?? 0) / positions) ** 2;
  const order = Array.from({ length: channels }, (_, channel) => channel).toSorted((a, b) => variance(b) - variance(a));
  return {
    side,
    maps: order.slice(0, count).map((channel) => ({ channel, values: scaled(maps, channel, channels, positions) })),
  };
}

/** One map, stretched to 0..255; a flat one is 0 throughout. */
function scaled(maps: Float32Array, channel: number, channels: number, positions: number): Uint8Array {
  const own = Float32Array.from({ length: positions }, (_, p) => maps[p * channels + channel] ?? 0);
  let [low, high] = [Infinity, -Infinity];
  for (const value of own) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const range = high - low;
  return Uint8Array.from(own, (value) => (range > 0 ? Math.round((255 * (value - low)) / range) : 0));
}
