import { shuffle, stream } from '../../core/rng';

/** Units that a drawing shows of a layer: as many as fit, some of them dropped. */
export interface ShownUnits {
  /** One entry for each drawn unit: is it dropped in this draw? */
  readonly dropped: readonly boolean[];
  /** Units of the layer that are not drawn. */
  readonly more: number;
}

/**
 * @param units width of the layer, 0 or more.
 * @param fit most units that the drawing has room for.
 * @param rate share that is dropped, in [0, 0.9]; the drawing drops the nearest whole number of its units.
 * @param draw another number drops others, as every training step does.
 */
export function shownUnits(units: number, fit: number, rate: number, draw: number): ShownUnits {
  const drawn = Math.min(units, fit);
  const gone = Math.round(rate * drawn);
  const dropped = shuffle(
    Array.from({ length: drawn }, (_, i) => i < gone),
    stream(draw, 'dropout'),
  );
  return { dropped, more: units - drawn };
}
